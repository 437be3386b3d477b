using Microsoft.Extensions.Logging.Abstractions;

namespace Managed.Agents;

/// <summary>Reads the history of a thread and streams its live events.</summary>
/// <remarks>A thread's events show everything its agent does. The session's events contain only a condensed view of other threads.</remarks>
public class SessionThreadEventsClient
{
    private readonly ResourceApi _api;

    internal SessionThreadEventsClient(ResourceApi api) => _api = api;

    /// <summary>Initializes a new instance for mocking.</summary>
    protected SessionThreadEventsClient() => _api = null!;

    /// <summary>Lists the history of a thread. It can be empty immediately after the thread was created.</summary>
    /// <param name="sessionId">The id of the session (<c>sesn_…</c>).</param>
    /// <param name="threadId">The id of the thread (<c>sthr_…</c>).</param>
    /// <param name="options">The list options; <see langword="null"/> for the API's default page size.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The events, fetched page by page as they are enumerated.</returns>
    public virtual AsyncPageable<SessionEvent> ListAsync(string sessionId, string threadId, ListOptions? options = null, CancellationToken cancellationToken = default) =>
        _api.List<SessionEvent>($"v1/sessions/{sessionId}/threads/{threadId}/events", (options ?? new ListOptions()).Query, cancellationToken);

    /// <summary>Opens the event stream of a thread. The stream is open when the returned task completes.</summary>
    /// <remarks>The cancellation token applies to opening the stream and to the stream itself.</remarks>
    /// <param name="sessionId">The id of the session (<c>sesn_…</c>).</param>
    /// <param name="threadId">The id of the thread (<c>sthr_…</c>).</param>
    /// <param name="options">The stream options; <see langword="null"/> for no previews.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The open stream. Enumerate it once, and dispose it.</returns>
    /// <exception cref="ManagedAgentsException">The stream could not be opened.</exception>
    public virtual async Task<SessionEventStream> StreamAsync(string sessionId, string threadId, SessionEventStreamOptions? options = null, CancellationToken cancellationToken = default) =>
        new(
            await _api.StreamAsync($"v1/sessions/{sessionId}/threads/{threadId}/stream", (options ?? new SessionEventStreamOptions()).Query(), cancellationToken).ConfigureAwait(false),
            threadId);

    /// <summary>
    /// Follows a thread until it ends: first its history, then the live events. Reconnects when necessary, without losing or repeating
    /// events.
    /// </summary>
    /// <remarks>The history of a thread cannot be filtered by time: each new connection reads it from the beginning.</remarks>
    /// <param name="sessionId">The id of the session (<c>sesn_…</c>).</param>
    /// <param name="threadId">The id of the thread (<c>sthr_…</c>).</param>
    /// <param name="options">The start position and other options; <see langword="null"/> starts at the beginning of the history.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The events. No request is sent before the enumeration starts.</returns>
    /// <exception cref="ArgumentException">The position does not belong to this thread.</exception>
    public virtual SessionEventFeed FollowAsync(string sessionId, string threadId, SessionFollowOptions? options = null, CancellationToken cancellationToken = default)
    {
        ApiId.Check(sessionId, nameof(sessionId));
        ApiId.Check(threadId, nameof(threadId));
        return Following.Feed(
            SourceOf(sessionId, threadId, options),
            options,
            sessionId,
            threadId,
            cancellationToken);
    }

    /// <summary>Gets the current position of a thread: the position after the last event in its history. Reads the whole history.</summary>
    /// <param name="sessionId">The id of the session (<c>sesn_…</c>).</param>
    /// <param name="threadId">The id of the thread (<c>sthr_…</c>).</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>A position for <see cref="SessionFollowOptions.From"/>.</returns>
    /// <exception cref="ManagedAgentsException">The request failed.</exception>
    public virtual Task<SessionPosition> GetPositionAsync(string sessionId, string threadId, CancellationToken cancellationToken = default)
    {
        ApiId.Check(sessionId, nameof(sessionId));
        ApiId.Check(threadId, nameof(threadId));
        return Following.EndOfAsync(
            HistoryPages.ReadAllAsync(ListAsync(sessionId, threadId, null, cancellationToken), new HistoryPageSize(), _api?.Time ?? TimeProvider.System, _api?.Logger ?? NullLogger.Instance, cancellationToken),
            isNewestFirst: false,
            new DeliveredEvents(sessionId, threadId),
            cancellationToken);
    }

    internal FollowSource SourceOf(string sessionId, string threadId, SessionFollowOptions? options) =>
        new(
            threadId,
            token => StreamAsync(sessionId, threadId, options?.StreamOptions, token),
            (_, token) => ListAsync(sessionId, threadId, new ListOptions { PageSize = FollowSource.PageSize }, token),
            _api?.Time ?? TimeProvider.System,
            _api?.Logger ?? NullLogger.Instance);
}
