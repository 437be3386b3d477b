using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Managed.Agents;

/// <summary>Sends input to a session, reads its history and streams its live events.</summary>
public class SessionEventsClient
{
    private readonly ResourceApi _api;

    internal SessionEventsClient(ResourceApi api) => _api = api;

    /// <summary>Initializes a new instance for mocking.</summary>
    protected SessionEventsClient() => _api = null!;

    internal ILogger Logger => _api?.Logger ?? NullLogger.Instance;

    internal TimeProvider Time => _api?.Time ?? TimeProvider.System;

    /// <summary>Sends one input to a session. A string is sent as a user message.</summary>
    /// <remarks>If the operation is canceled, the input may have been received anyway.</remarks>
    /// <param name="sessionId">The id of the session (<c>sesn_…</c>).</param>
    /// <param name="input">The input.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The stored event. Its <see cref="SessionEvent.ProcessedAt"/> is <see langword="null"/> while it is queued.</returns>
    /// <exception cref="ManagedAgentsException">The request failed. <see cref="ManagedAgentsException.MayHaveTakenEffect"/> indicates whether the input may have been received.</exception>
    public virtual Task<SentSessionEvents> SendAsync(string sessionId, SessionInput input, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        return SendAsync(sessionId, [input], cancellationToken);
    }

    /// <summary>Sends several inputs to a session in one request. They are processed in order. If one of them is invalid, all are rejected.</summary>
    /// <remarks>If the operation is canceled, the inputs may have been received anyway.</remarks>
    /// <param name="sessionId">The id of the session (<c>sesn_…</c>).</param>
    /// <param name="inputs">The inputs. At least one.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The stored events. Their <see cref="SessionEvent.ProcessedAt"/> is <see langword="null"/> while they are queued.</returns>
    /// <exception cref="ManagedAgentsException">The request failed. <see cref="ManagedAgentsException.MayHaveTakenEffect"/> indicates whether the inputs may have been received.</exception>
    public virtual Task<SentSessionEvents> SendAsync(string sessionId, IReadOnlyList<SessionInput> inputs, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        if (inputs.Count == 0 || inputs.Contains(null!))
        {
            throw new ArgumentException("The list of inputs is empty or contains null. Pass at least one input, for example a string.", nameof(inputs));
        }

        return _api.CreateAsync<SessionEventSendRequest, SentSessionEvents>($"v1/sessions/{sessionId}/events", new SessionEventSendRequest { Events = inputs }, cancellationToken);
    }

    /// <summary>Sends one input and avoids a duplicate: if the response is lost, the history is searched before the input is sent again.</summary>
    /// <remarks>
    /// An input is recognized by its content and its order. An identical input that another client sends at the same time cannot be
    /// distinguished from it. The outcome can then be <see cref="OnceOutcome.Unknown"/>, or the result can contain the other event. One request
    /// precedes the send: it reads the newest events, so that an earlier input with the same content is not mistaken for this one. Answers to
    /// calls do not need it. If the operation is canceled, the input may have been received anyway.
    /// </remarks>
    /// <param name="sessionId">The id of the session (<c>sesn_…</c>).</param>
    /// <param name="input">The input.</param>
    /// <param name="options">How long to wait before searching, and the maximum number of attempts; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The result. Its outcome is sent, found or unknown.</returns>
    /// <exception cref="ManagedAgentsException">Nothing was sent: the API rejected the request or could not be reached.</exception>
    public virtual Task<SendOnceResult> SendOnceAsync(string sessionId, SessionInput input, OnceOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        return SendOnceAsync(sessionId, [input], options, cancellationToken);
    }

    /// <summary>
    /// Sends several inputs and avoids duplicates: if the response is lost, the history is searched and only the missing inputs are sent
    /// again.
    /// </summary>
    /// <remarks><inheritdoc cref="SendOnceAsync(string, SessionInput, OnceOptions?, CancellationToken)" path="/remarks"/></remarks>
    /// <param name="sessionId">The id of the session (<c>sesn_…</c>).</param>
    /// <param name="inputs">The inputs. At least one.</param>
    /// <param name="options">How long to wait before searching, and the maximum number of attempts; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The result. Its outcome is sent, found or unknown.</returns>
    /// <exception cref="ManagedAgentsException">Nothing was sent: the API rejected the request or could not be reached.</exception>
    public virtual Task<SendOnceResult> SendOnceAsync(string sessionId, IReadOnlyList<SessionInput> inputs, OnceOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return new OnceSender(this, sessionId, [.. inputs], options ?? new OnceOptions(), _api?.Time ?? TimeProvider.System, knownIds: null).RunAsync(cancellationToken);
    }

    /// <summary>Lists the history of a session, oldest first. The history can be slightly behind the stream.</summary>
    /// <param name="sessionId">The id of the session (<c>sesn_…</c>).</param>
    /// <param name="options">The list options; <see langword="null"/> lists all events.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The events, fetched page by page as they are enumerated.</returns>
    public virtual AsyncPageable<SessionEvent> ListAsync(string sessionId, SessionEventListOptions? options = null, CancellationToken cancellationToken = default) =>
        _api.List<SessionEvent>($"v1/sessions/{sessionId}/events", (options ?? new SessionEventListOptions()).Query, cancellationToken);

    /// <summary>
    /// Opens the event stream of a session. The stream is open when the returned task completes: the events of an input that is sent
    /// afterwards are not missed.
    /// </summary>
    /// <remarks>The cancellation token applies to opening the stream and to the stream itself.</remarks>
    /// <param name="sessionId">The id of the session (<c>sesn_…</c>).</param>
    /// <param name="options">The stream options; <see langword="null"/> for no previews.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The open stream. Enumerate it once, and dispose it.</returns>
    /// <exception cref="ManagedAgentsException">The stream could not be opened.</exception>
    public virtual async Task<SessionEventStream> StreamAsync(string sessionId, SessionEventStreamOptions? options = null, CancellationToken cancellationToken = default) =>
        new(
            await _api.StreamAsync($"v1/sessions/{sessionId}/events/stream", options?.Query(), cancellationToken).ConfigureAwait(false),
            threadId: null);

    /// <summary>
    /// Follows a session until it ends: first its history, then the live events. Reconnects when necessary, without losing or repeating
    /// events.
    /// </summary>
    /// <param name="sessionId">The id of the session (<c>sesn_…</c>).</param>
    /// <param name="options">The start position and other options; <see langword="null"/> starts at the beginning of the history.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The events. No request is sent before the enumeration starts.</returns>
    /// <exception cref="ArgumentException">The position belongs to another session or to a thread.</exception>
    public virtual SessionEventFeed FollowAsync(string sessionId, SessionFollowOptions? options = null, CancellationToken cancellationToken = default)
    {
        ApiId.Check(sessionId, nameof(sessionId));
        var threads = options?.IncludeThreads is null ? null : ThreadsOf(sessionId, options);
        return Following.Feed(ToFollowSource(sessionId, options), options, sessionId, threadId: null, cancellationToken, threads);
    }

    internal FollowSource ToFollowSource(string sessionId, SessionFollowOptions? options) => new(
        sessionId,
        token => StreamAsync(sessionId, options?.StreamOptions, token),
        (from, token) => ListAsync(sessionId, new SessionEventListOptions { CreatedAtOrAfter = from, PageSize = FollowSource.PageSize }, token),
        Time,
        Logger);

    /// <summary>Gets the current position of a session: the position after the last event in its history.</summary>
    /// <remarks>Get the position before you send an input, and follow from it to receive only the events after it.</remarks>
    /// <param name="sessionId">The id of the session (<c>sesn_…</c>).</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>A position for <see cref="SessionFollowOptions.From"/>.</returns>
    /// <exception cref="ManagedAgentsException">The request failed.</exception>
    public virtual Task<SessionPosition> GetPositionAsync(string sessionId, CancellationToken cancellationToken = default)
    {
        ApiId.Check(sessionId, nameof(sessionId));
        return Following.EndOfAsync(
            HistoryPages.ReadAllAsync(
                ListAsync(sessionId, new SessionEventListOptions { Order = SortOrder.Descending }, cancellationToken),
                new HistoryPageSize(DeliveredEvents.Capacity),
                Time,
                Logger,
                cancellationToken),
            isNewestFirst: true,
            new DeliveredEvents(sessionId, threadId: null),
            cancellationToken);
    }

    private ThreadSources ThreadsOf(string sessionId, SessionFollowOptions options)
    {
        if (_api is null)
        {
            throw new NotSupportedException("SessionFollowOptions.IncludeThreads needs a real client. A mock has to return the events of the threads itself.");
        }

        var threads = new SessionThreadsClient(_api);
        return new ThreadSources(
            token => threads.ListAsync(sessionId, null, token),
            threadId => threads.Events.SourceOf(sessionId, threadId, options));
    }
}
