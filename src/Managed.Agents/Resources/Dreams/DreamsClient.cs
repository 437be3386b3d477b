using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents.Dreams;

/// <summary>
/// Creates and manages dreams: runs that read past sessions and reorganize the memories of a memory store. Dreams are a research preview
/// and may change without notice.
/// </summary>
[Experimental(PreviewFeature.DiagnosticId)]
public class DreamsClient
{
    private readonly ResourceApi _api;

    internal DreamsClient(ApiConnection connection, CallOptions options) => _api = new ResourceApi(connection, options, BetaValues.Dreams);

    /// <summary>Initializes a new instance for mocking.</summary>
    protected DreamsClient() => _api = null!;

    /// <summary>Creates a dream and starts it.</summary>
    /// <remarks>If the operation is canceled, the dream may have been created anyway.</remarks>
    /// <param name="request">The inputs, the model and the output behavior.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The dream, with the status <see cref="DreamStatus.Pending"/>.</returns>
    /// <exception cref="ManagedAgentsApiException">Status 409: another dream is updating the memory store.</exception>
    /// <exception cref="ManagedAgentsException">The request failed. <see cref="ManagedAgentsException.MayHaveTakenEffect"/> indicates whether the dream may have been created.</exception>
    public virtual Task<Dream> CreateAsync(DreamCreateRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _api.CreateAsync<DreamCreateRequest, Dream>($"v1/dreams", request, cancellationToken);
    }

    /// <summary>Gets a dream.</summary>
    /// <param name="dreamId">The id of the dream (<c>drm_…</c>).</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The dream.</returns>
    /// <exception cref="ManagedAgentsException">The request failed.</exception>
    public virtual Task<Dream> GetAsync(string dreamId, CancellationToken cancellationToken = default) =>
        _api.GetAsync<Dream>($"v1/dreams/{dreamId}", cancellationToken);

    /// <summary>Lists dreams, newest first.</summary>
    /// <param name="options">The list options; <see langword="null"/> lists all dreams that are not archived.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The dreams, fetched page by page as they are enumerated.</returns>
    public virtual AsyncPageable<Dream> ListAsync(DreamListOptions? options = null, CancellationToken cancellationToken = default) =>
        _api.List<Dream>($"v1/dreams", (options ?? new DreamListOptions()).Query, cancellationToken);

    /// <summary>Permanently archives a dream that has ended. Archiving it again has no effect.</summary>
    /// <param name="dreamId">The id of the dream (<c>drm_…</c>).</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The archived dream.</returns>
    /// <exception cref="ManagedAgentsApiException">Status 400: the dream has not ended.</exception>
    /// <exception cref="ManagedAgentsException">The request failed.</exception>
    public virtual Task<Dream> ArchiveAsync(string dreamId, CancellationToken cancellationToken = default) =>
        _api.PostAsync<Dream>($"v1/dreams/{dreamId}/archive", cancellationToken);

    /// <summary>Cancels a dream. Canceling it again has no effect.</summary>
    /// <param name="dreamId">The id of the dream (<c>drm_…</c>).</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The canceled dream.</returns>
    /// <exception cref="ManagedAgentsApiException">Status 400: the dream has completed or failed.</exception>
    /// <exception cref="ManagedAgentsException">The request failed.</exception>
    public virtual Task<Dream> CancelAsync(string dreamId, CancellationToken cancellationToken = default) =>
        _api.PostAsync<Dream>($"v1/dreams/{dreamId}/cancel", cancellationToken);
}
