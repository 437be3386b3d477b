using System.Collections.Immutable;

namespace Managed.Agents;

/// <summary>The calls in the events of a session, and which of them still wait for an answer. Immutable; the events must be given in order.</summary>
internal sealed class CallHistory
{
    private readonly ImmutableDictionary<string, CallHistoryEntry> _entries;
    private readonly ImmutableList<string> _openIds;

    private CallHistory(string sessionId, ImmutableDictionary<string, CallHistoryEntry> entries, ImmutableList<string> openIds)
    {
        SessionId = sessionId;
        _entries = entries;
        _openIds = openIds;
    }

    public string SessionId { get; }

    /// <summary>The calls that still wait for an answer, oldest first.</summary>
    public IEnumerable<CallHistoryEntry> Open => _openIds.Select(id => _entries[id]);

    public static CallHistory Empty(string sessionId) =>
        new(sessionId, ImmutableDictionary.Create<string, CallHistoryEntry>(StringComparer.Ordinal), []);

    /// <summary>Returns what is known about a call, or null if no event named it.</summary>
    public CallHistoryEntry? Find(string callId) => _entries.GetValueOrDefault(callId);

    /// <summary>Returns the calls after an event.</summary>
    public CallHistory Observe(SessionEvent received)
    {
        if (ToolCall.From(SessionId, received) is { } call)
        {
            return Add(call);
        }

        if (CallAnswer.Of(received) is { } answer)
        {
            return Answer(answer);
        }

        return received switch
        {
            UserInterruptEvent { ProcessedAt: not null } interrupt => Close(interrupt.SessionThreadId, CallClosing.Interrupted),
            SessionStatusIdleEvent { StopReason: not RequiresAction } => Close(threadId: null, CallClosing.TurnEnded),
            SessionStatusTerminatedEvent or SessionDeletedEvent => Close(threadId: null, CallClosing.TurnEnded),
            SessionThreadStatusIdleEvent { StopReason: not RequiresAction, SessionThreadId: { } threadId } => Close(threadId, CallClosing.TurnEnded),
            SessionThreadStatusTerminatedEvent { SessionThreadId: { } threadId } => Close(threadId, CallClosing.TurnEnded),
            _ => this,
        };
    }

    /// <summary>Adds a call that was found outside of the observed events.</summary>
    public CallHistory Add(ToolCall call)
    {
        var known = _entries.GetValueOrDefault(call.Id) ?? new CallHistoryEntry(Call: null);
        return known.Call is not null
            ? this
            : new CallHistory(SessionId, _entries.SetItem(call.Id, known with { Call = call }), known.Closing is null ? _openIds.Add(call.Id) : _openIds);
    }

    /// <summary>Records an answer. The first decision about a call counts, as it does for the service.</summary>
    public CallHistory Answer(CallAnswer answer)
    {
        var known = _entries.GetValueOrDefault(answer.CallId) ?? new CallHistoryEntry(Call: null);
        if (known.Closing is not null || (answer.Decision is not null && known.Decision is not null))
        {
            return this;
        }

        var after = answer.Decision is not { } decision
            ? known with { Closing = CallClosing.Answered }
            : known with { Decision = decision, Closing = decision == ToolConfirmationResult.Allow ? null : CallClosing.Denied };
        return new CallHistory(SessionId, _entries.SetItem(answer.CallId, after), after.Closing is null ? _openIds : _openIds.Remove(answer.CallId));
    }

    /// <summary>Adds the answers and decisions of an earlier reading.</summary>
    public CallHistory WithAnswersOf(CallHistory earlier) => earlier._entries
        .Where(static one => one.Value.Closing is not null || one.Value.Decision is not null)
        .Aggregate(this, static (calls, one) => calls.With(one.Key, one.Value));

    private CallHistory With(string callId, CallHistoryEntry earlier)
    {
        var known = _entries.GetValueOrDefault(callId) ?? new CallHistoryEntry(earlier.Call);
        var merged = known with { Decision = known.Decision ?? earlier.Decision, Closing = known.Closing ?? earlier.Closing };
        return new CallHistory(SessionId, _entries.SetItem(callId, merged), merged.Closing is null ? _openIds : _openIds.Remove(callId));
    }

    // Without a thread, all threads are meant.
    private CallHistory Close(string? threadId, CallClosing closing)
    {
        var closed = Open.Where(entry => threadId is null || entry.Call!.SessionThreadId == threadId).Select(entry => KeyValuePair.Create(entry.Call!.Id, entry with { Closing = closing })).ToList();
        return closed.Count == 0 ? this : new CallHistory(SessionId, _entries.SetItems(closed), _openIds.RemoveAll(id => closed.Exists(one => one.Key == id)));
    }
}
