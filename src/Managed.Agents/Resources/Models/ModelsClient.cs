namespace Managed.Agents.Models;

/// <summary>Models: which there are, how long they last and what they can do.</summary>
/// <remarks>
/// The released form of the API, without a beta value. What a beta value adds (<see cref="ModelInfo.AllowedFallbackModels"/>,
/// <see cref="ModelCapabilities.Compaction"/>) comes to a client that sends it: <c>client.With(new CallOptions { Betas = […] })</c>.
/// </remarks>
public class ModelsClient
{
    private readonly ResourceApi _api;

    internal ModelsClient(ApiConnection connection, CallOptions options) => _api = new ResourceApi(connection, options);

    /// <summary>For mocking.</summary>
    protected ModelsClient() => _api = null!;

    /// <summary>Gets a model.</summary>
    /// <param name="modelId">The id, for example <c>claude-opus-5-5</c>.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The model.</returns>
    /// <exception cref="ManagedAgentsException">The call failed.</exception>
    public virtual Task<ModelInfo> GetAsync(string modelId, CancellationToken cancellationToken = default) =>
        _api.GetAsync<ModelInfo>($"v1/models/{modelId}", cancellationToken);

    /// <summary>Lists models. The cursor of a page is the id of its last model.</summary>
    /// <param name="options">Which ones; null for all that are not retired.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <returns>The models, fetched page by page as they are enumerated.</returns>
    public virtual AsyncPageable<ModelInfo> ListAsync(ModelListOptions? options = null, CancellationToken cancellationToken = default) =>
        _api.ListById<ModelInfo>($"v1/models", (options ?? new ModelListOptions()).Query, options?.BeforeId is not null, cancellationToken);
}
