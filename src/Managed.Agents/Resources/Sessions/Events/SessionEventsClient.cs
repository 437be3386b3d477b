using Microsoft.Extensions.Logging.Abstractions;

namespace Managed.Agents;

/// <summary>The events of a session: what is sent to it, its history, and what it emits live.</summary>
public class SessionEventsClient
{
    private readonly ResourceApi _api;

    internal SessionEventsClient(ResourceApi api) => _api = api;

    /// <summary>For mocking.</summary>
    protected SessionEventsClient() => _api = null!;

    /// <summary>Sends one input to a session. A string is a user message.</summary>
    /// <param name="sessionId">The id (<c>sesn_…</c>).</param>
    /// <param name="input">What to send.</param>
    /// <param name="cancellationToken">Ends the call. The input may have arrived all the same.</param>
    /// <returns>The stored event; its <see cref="SessionEvent.ProcessedAt"/> is null while it waits in the queue.</returns>
    /// <exception cref="ManagedAgentsException">The call failed; <see cref="ManagedAgentsException.MayHaveTakenEffect"/> says whether the input may have arrived.</exception>
    public virtual Task<SentSessionEvents> SendAsync(string sessionId, SessionInput input, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        return SendAsync(sessionId, [input], cancellationToken);
    }

    /// <summary>Sends several inputs to a session at once. They are taken in this order, or refused as a whole when one of them is wrong.</summary>
    /// <param name="sessionId">The id (<c>sesn_…</c>).</param>
    /// <param name="inputs">What to send; at least one.</param>
    /// <param name="cancellationToken">Ends the call. The inputs may have arrived all the same.</param>
    /// <returns>The stored events; their <see cref="SessionEvent.ProcessedAt"/> is null while they wait in the queue.</returns>
    /// <exception cref="ManagedAgentsException">The call failed; <see cref="ManagedAgentsException.MayHaveTakenEffect"/> says whether the inputs may have arrived.</exception>
    public virtual Task<SentSessionEvents> SendAsync(string sessionId, IReadOnlyList<SessionInput> inputs, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        if (inputs.Count == 0 || inputs.Contains(null!))
        {
            throw new ArgumentException("There is nothing to send: the list of inputs is empty or holds null. Pass at least one input, for example a string.", nameof(inputs));
        }

        return _api.CreateAsync<SessionEventSendRequest, SentSessionEvents>($"v1/sessions/{sessionId}/events", new SessionEventSendRequest { Events = inputs }, cancellationToken);
    }

    /// <summary>Sends one input so that it does not come twice: when its answer is lost, the history is searched before it is sent again.</summary>
    /// <remarks>
    /// Content and order are what it is known by. An equal input that somebody else sends in the same moments cannot be told from it; then
    /// the outcome can be <see cref="OnceOutcome.Unknown"/>, or name the other one's event.
    /// </remarks>
    /// <param name="sessionId">The id (<c>sesn_…</c>).</param>
    /// <param name="input">What to send.</param>
    /// <param name="options">How long to wait before looking, and how often to send; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the call. The input may have arrived all the same.</param>
    /// <returns>Sent, found, or unknown.</returns>
    /// <exception cref="ManagedAgentsException">Nothing was sent, for certain: the service refused it, or could not be reached.</exception>
    public virtual Task<SendOnceResult> SendOnceAsync(string sessionId, SessionInput input, OnceOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        return SendOnceAsync(sessionId, [input], options, cancellationToken);
    }

    /// <summary>Sends several inputs so that none comes twice: when the answer is lost, the history is searched, and only what is missing is sent again.</summary>
    /// <remarks><inheritdoc cref="SendOnceAsync(string, SessionInput, OnceOptions?, CancellationToken)" path="/remarks"/></remarks>
    /// <param name="sessionId">The id (<c>sesn_…</c>).</param>
    /// <param name="inputs">What to send; at least one.</param>
    /// <param name="options">How long to wait before looking, and how often to send; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the call. The inputs may have arrived all the same.</param>
    /// <returns>Sent, found, or unknown.</returns>
    /// <exception cref="ManagedAgentsException">Nothing was sent, for certain: the service refused it, or could not be reached.</exception>
    public virtual Task<SendOnceResult> SendOnceAsync(string sessionId, IReadOnlyList<SessionInput> inputs, OnceOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return new OnceSender(this, sessionId, [.. inputs], options ?? new OnceOptions(), _api?.Time ?? TimeProvider.System).RunAsync(cancellationToken);
    }

    /// <summary>Lists the history of a session, oldest first. It may lag a moment behind the stream.</summary>
    /// <param name="sessionId">The id (<c>sesn_…</c>).</param>
    /// <param name="options">Which events; null for all.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <returns>The events, fetched page by page as they are enumerated.</returns>
    public virtual AsyncPageable<SessionEvent> ListAsync(string sessionId, SessionEventListOptions? options = null, CancellationToken cancellationToken = default) =>
        _api.List<SessionEvent>($"v1/sessions/{sessionId}/events", (options ?? new SessionEventListOptions()).Query, cancellationToken);

    /// <summary>Opens the event stream of a session. When this returns, the stream is open: what is sent from then on cannot be missed.</summary>
    /// <param name="sessionId">The id (<c>sesn_…</c>).</param>
    /// <param name="options">Previews; null for none.</param>
    /// <param name="cancellationToken">Ends opening and, later, the stream itself.</param>
    /// <returns>The open stream, to be enumerated once and disposed.</returns>
    /// <exception cref="ManagedAgentsException">The stream could not be opened.</exception>
    public virtual async Task<SessionEventStream> StreamAsync(string sessionId, SessionEventStreamOptions? options = null, CancellationToken cancellationToken = default) =>
        new(
            await _api.StreamAsync($"v1/sessions/{sessionId}/events/stream", options?.Query(), cancellationToken).ConfigureAwait(false),
            threadId: null);

    /// <summary>
    /// Follows a session for as long as it lives: first its history, then live, over as many connections as that takes, with nothing lost
    /// between them and nothing twice.
    /// </summary>
    /// <param name="sessionId">The id (<c>sesn_…</c>).</param>
    /// <param name="options">Where to begin, and more; null for the beginning of the history.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <returns>The events. Nothing is sent before the enumeration begins.</returns>
    /// <exception cref="ArgumentException">The position is one of another session, or of a thread.</exception>
    public virtual SessionEventFeed FollowAsync(string sessionId, SessionFollowOptions? options = null, CancellationToken cancellationToken = default)
    {
        ApiId.Check(sessionId, nameof(sessionId));
        return Follow.Feed(
            new FollowSource(
                token => StreamAsync(sessionId, options?.StreamOptions, token),
                (from, token) => ListAsync(sessionId, new SessionEventListOptions { CreatedAtOrAfter = from, PageSize = FollowSource.PageSize }, token),
                _api?.Time ?? TimeProvider.System,
                _api?.Logger ?? NullLogger.Instance),
            options,
            sessionId,
            threadId: null,
            cancellationToken);
    }

    /// <summary>Where a session stands now: the position behind all that its history holds.</summary>
    /// <remarks>Taken before something is sent, it is where to follow from to see just what came of it.</remarks>
    /// <param name="sessionId">The id (<c>sesn_…</c>).</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>A position for <see cref="SessionFollowOptions.From"/>.</returns>
    /// <exception cref="ManagedAgentsException">The call failed.</exception>
    public virtual Task<SessionPosition> GetPositionAsync(string sessionId, CancellationToken cancellationToken = default)
    {
        ApiId.Check(sessionId, nameof(sessionId));
        return Follow.EndOfAsync(
            ListAsync(sessionId, new SessionEventListOptions { Order = SortOrder.Descending, PageSize = DeliveredEvents.Capacity }, cancellationToken),
            isNewestFirst: true,
            new DeliveredEvents(sessionId, threadId: null),
            cancellationToken);
    }
}
