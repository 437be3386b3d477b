using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents.Dreams;

/// <summary>Dreams: passes over past sessions that tidy a memory store. A research preview, which may change without notice.</summary>
[Experimental(PreviewFeature.DiagnosticId)]
public class DreamsClient
{
    private readonly ResourceApi _api;

    internal DreamsClient(ApiConnection connection, CallOptions options) => _api = new ResourceApi(connection, options, BetaValues.Dreams);

    /// <summary>For mocking.</summary>
    protected DreamsClient() => _api = null!;

    /// <summary>Starts a dream.</summary>
    /// <param name="request">What it reads, which model dreams, and where the memories go.</param>
    /// <param name="cancellationToken">Ends the call. The dream may have been started all the same.</param>
    /// <returns>The dream, pending.</returns>
    /// <exception cref="ManagedAgentsApiException">With status 409: another dream still writes the store that this one is to update.</exception>
    /// <exception cref="ManagedAgentsException">The call failed; <see cref="ManagedAgentsException.MayHaveTakenEffect"/> says whether the dream may exist.</exception>
    public virtual Task<Dream> CreateAsync(DreamCreateRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _api.CreateAsync<DreamCreateRequest, Dream>($"v1/dreams", request, cancellationToken);
    }

    /// <summary>Gets a dream.</summary>
    /// <param name="dreamId">The id (<c>drm_…</c>).</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The dream.</returns>
    /// <exception cref="ManagedAgentsException">The call failed.</exception>
    public virtual Task<Dream> GetAsync(string dreamId, CancellationToken cancellationToken = default) =>
        _api.GetAsync<Dream>($"v1/dreams/{dreamId}", cancellationToken);

    /// <summary>Lists dreams, newest first.</summary>
    /// <param name="options">Which ones; null for all that are not archived.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <returns>The dreams, fetched page by page as they are enumerated.</returns>
    public virtual AsyncPageable<Dream> ListAsync(DreamListOptions? options = null, CancellationToken cancellationToken = default) =>
        _api.List<Dream>($"v1/dreams", (options ?? new DreamListOptions()).Query, cancellationToken);

    /// <summary>Archives a dream that has ended, for good. Archiving it again changes nothing.</summary>
    /// <param name="dreamId">The id (<c>drm_…</c>).</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The archived dream.</returns>
    /// <exception cref="ManagedAgentsApiException">With status 400: the dream has not ended.</exception>
    /// <exception cref="ManagedAgentsException">The call failed.</exception>
    public virtual Task<Dream> ArchiveAsync(string dreamId, CancellationToken cancellationToken = default) =>
        _api.PostAsync<Dream>($"v1/dreams/{dreamId}/archive", cancellationToken);

    /// <summary>Cancels a dream. Cancelling it again changes nothing.</summary>
    /// <param name="dreamId">The id (<c>drm_…</c>).</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The canceled dream.</returns>
    /// <exception cref="ManagedAgentsApiException">With status 400: the dream has completed or failed.</exception>
    /// <exception cref="ManagedAgentsException">The call failed.</exception>
    public virtual Task<Dream> CancelAsync(string dreamId, CancellationToken cancellationToken = default) =>
        _api.PostAsync<Dream>($"v1/dreams/{dreamId}/cancel", cancellationToken);
}
