using Microsoft.Extensions.Logging.Abstractions;

namespace Managed.Agents;

/// <summary>The events of one thread: everything that its agent does, where the session's own view of a sub-agent is condensed.</summary>
public class SessionThreadEventsClient
{
    private readonly ResourceApi _api;

    internal SessionThreadEventsClient(ResourceApi api) => _api = api;

    /// <summary>For mocking.</summary>
    protected SessionThreadEventsClient() => _api = null!;

    /// <summary>Lists the history of a thread. Right after the thread was created it may still be empty.</summary>
    /// <param name="sessionId">The id of the session (<c>sesn_…</c>).</param>
    /// <param name="threadId">The id of the thread (<c>sthr_…</c>).</param>
    /// <param name="options">Page size; null for the service's default.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <returns>The events, fetched page by page as they are enumerated.</returns>
    public virtual AsyncPageable<SessionEvent> ListAsync(string sessionId, string threadId, ListOptions? options = null, CancellationToken cancellationToken = default) =>
        _api.List<SessionEvent>($"v1/sessions/{sessionId}/threads/{threadId}/events", (options ?? new ListOptions()).Query, cancellationToken);

    /// <summary>Opens the event stream of a thread. When this returns, the stream is open.</summary>
    /// <param name="sessionId">The id of the session (<c>sesn_…</c>).</param>
    /// <param name="threadId">The id of the thread (<c>sthr_…</c>).</param>
    /// <param name="options">Previews; null for none.</param>
    /// <param name="cancellationToken">Ends opening and, later, the stream itself.</param>
    /// <returns>The open stream, to be enumerated once and disposed.</returns>
    /// <exception cref="ManagedAgentsException">The stream could not be opened.</exception>
    public virtual async Task<SessionEventStream> StreamAsync(string sessionId, string threadId, SessionEventStreamOptions? options = null, CancellationToken cancellationToken = default) =>
        new(
            await _api.StreamAsync($"v1/sessions/{sessionId}/threads/{threadId}/stream", (options ?? new SessionEventStreamOptions()).Query(), cancellationToken).ConfigureAwait(false),
            threadId);

    /// <summary>
    /// Follows a thread for as long as it lives: first its history, then live, over as many connections as that takes, with nothing lost
    /// between them and nothing twice.
    /// </summary>
    /// <remarks>The history of a thread cannot be read from a time on: each new connection reads it from its beginning.</remarks>
    /// <param name="sessionId">The id of the session (<c>sesn_…</c>).</param>
    /// <param name="threadId">The id of the thread (<c>sthr_…</c>).</param>
    /// <param name="options">Where to begin, and more; null for the beginning of the history.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <returns>The events. Nothing is sent before the enumeration begins.</returns>
    /// <exception cref="ArgumentException">The position is not one of this thread.</exception>
    public virtual SessionEventFeed FollowAsync(string sessionId, string threadId, SessionFollowOptions? options = null, CancellationToken cancellationToken = default)
    {
        ApiId.Check(sessionId, nameof(sessionId));
        ApiId.Check(threadId, nameof(threadId));
        return Follow.Feed(
            new FollowSource(
                token => StreamAsync(sessionId, threadId, options?.StreamOptions, token),
                (_, token) => ListAsync(sessionId, threadId, new ListOptions { PageSize = FollowSource.PageSize }, token),
                _api?.Time ?? TimeProvider.System,
                _api?.Logger ?? NullLogger.Instance),
            options,
            sessionId,
            threadId,
            cancellationToken);
    }

    /// <summary>Where a thread stands now: the position behind all that its history holds. Reads the whole of it.</summary>
    /// <param name="sessionId">The id of the session (<c>sesn_…</c>).</param>
    /// <param name="threadId">The id of the thread (<c>sthr_…</c>).</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>A position for <see cref="SessionFollowOptions.From"/>.</returns>
    /// <exception cref="ManagedAgentsException">The call failed.</exception>
    public virtual Task<SessionPosition> GetPositionAsync(string sessionId, string threadId, CancellationToken cancellationToken = default)
    {
        ApiId.Check(sessionId, nameof(sessionId));
        ApiId.Check(threadId, nameof(threadId));
        return Follow.EndOfAsync(
            ListAsync(sessionId, threadId, new ListOptions { PageSize = FollowSource.PageSize }, cancellationToken),
            isNewestFirst: false,
            new DeliveredEvents(sessionId, threadId),
            cancellationToken);
    }
}
