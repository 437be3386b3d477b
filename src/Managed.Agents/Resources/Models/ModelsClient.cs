namespace Managed.Agents.Models;

/// <summary>Gets models with their lifecycle, limits and capabilities.</summary>
/// <remarks>
/// Uses the released version of the API, without a beta value. To get the fields that a beta value adds
/// (<see cref="ModelInfo.AllowedFallbackModels"/>, <see cref="ModelCapabilities.Compaction"/>), use a client that sends it:
/// <c>client.With(new CallOptions { Betas = […] })</c>.
/// </remarks>
public class ModelsClient
{
    private readonly ResourceApi _api;

    internal ModelsClient(ApiConnection connection, CallOptions options) => _api = new ResourceApi(connection, options);

    /// <summary>Initializes a new instance for mocking.</summary>
    protected ModelsClient() => _api = null!;

    /// <summary>Gets a model.</summary>
    /// <param name="modelId">The id of the model, for example <c>claude-opus-5-5</c>.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The model.</returns>
    /// <exception cref="ManagedAgentsException">The request failed.</exception>
    public virtual Task<ModelInfo> GetAsync(string modelId, CancellationToken cancellationToken = default) =>
        _api.GetAsync<ModelInfo>($"v1/models/{modelId}", cancellationToken);

    /// <summary>Lists models. The cursor of a page is the id of its last model.</summary>
    /// <param name="options">The filters and the page size; <see langword="null"/> lists all models that are not retired.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The models, fetched page by page as they are enumerated.</returns>
    public virtual AsyncPageable<ModelInfo> ListAsync(ModelListOptions? options = null, CancellationToken cancellationToken = default) =>
        _api.ListById<ModelInfo>($"v1/models", (options ?? new ModelListOptions()).Query, options?.BeforeId is not null, cancellationToken);
}
