namespace Managed.Agents;

/// <summary>Makes of events with previews what a user watches: text as it grows, the completed message, and messages that never came.</summary>
/// <remarks>
/// <para>Give it every event, of a stream or a feed that asks for <see cref="EventDeltaType.AgentMessage"/>; without previews each message
/// comes as one piece. No character comes twice and none is lost, whenever a message's previews begin, stop, or break off.</para>
/// <para>One projection can take the events of several threads, each with its id. It is not thread-safe.</para>
/// </remarks>
public sealed class MessageProjection
{
    /// <summary>How many finished messages are known again, should their previews come late.</summary>
    private const int Remembered = 64;

    private readonly Dictionary<string, MessagePreview> _open = new(StringComparer.Ordinal);
    private readonly Queue<string> _finished = new(Remembered);
    private readonly Dictionary<string, string> _modelRequests = new(StringComparer.Ordinal);

    /// <summary>Takes an event.</summary>
    /// <param name="received">The event.</param>
    /// <param name="threadId">The thread whose stream it came from; null for the session's own.</param>
    /// <returns>What it means for messages; for most events nothing.</returns>
    public IReadOnlyList<MessageUpdate> Apply(SessionEvent received, string? threadId = null)
    {
        ArgumentNullException.ThrowIfNull(received);
        switch (received)
        {
            case EventDeltaEvent delta:
                return Grow(delta);
            case AgentMessageEvent message:
                return Complete(message, threadId);
            case EventStartEvent { Event: AgentMessagePreview { Id.Length: > 0 } preview }:
                if (!_finished.Contains(preview.Id))
                {
                    _open.TryAdd(preview.Id, new MessagePreview(threadId, _modelRequests.GetValueOrDefault(threadId ?? "")));
                }

                return [];
            case SpanModelRequestStartEvent:
                _modelRequests[threadId ?? ""] = received.Id;
                return [];
            case SpanModelRequestEndEvent span:
                return Abandon(preview => preview.ThreadId == threadId && (preview.ModelRequest is null || preview.ModelRequest == span.ModelRequestStartId));
            case SessionThreadStatusTerminatedEvent:
                return Abandon(preview => preview.ThreadId is { } own && own == received.SessionThreadId);
            case SessionStatusIdleEvent or SessionStatusTerminatedEvent or SessionDeletedEvent:
                return Abandon(preview => preview.ThreadId == threadId);
            default:
                return [];
        }
    }

    private IReadOnlyList<MessageUpdate> Grow(EventDeltaEvent delta)
    {
        // A piece of a message that is complete, or whose start was not seen, is part of what the message itself brings.
        if (delta.Text.Length == 0 || !_open.TryGetValue(delta.EventId, out var preview))
        {
            return [];
        }

        preview.Append(delta.Delta.Index, delta.Text);
        return [new MessageTextAdded(delta.EventId, delta.Text) { ThreadId = preview.ThreadId }];
    }

    private IReadOnlyList<MessageUpdate> Complete(AgentMessageEvent message, string? threadId)
    {
        var rest = _open.Remove(message.Id, out var preview) ? preview.RestOf(message) : message.Text;
        if (_finished.Count == Remembered)
        {
            _finished.Dequeue();
        }

        _finished.Enqueue(message.Id);
        var completed = new MessageCompleted(message, IsCorrected: rest is null) { ThreadId = threadId };
        return string.IsNullOrEmpty(rest) ? [completed] : [new MessageTextAdded(message.Id, rest) { ThreadId = threadId }, completed];
    }

    private List<MessageUpdate> Abandon(Func<MessagePreview, bool> isOver)
    {
        var updates = new List<MessageUpdate>();
        foreach (var (id, preview) in _open)
        {
            if (isOver(preview))
            {
                updates.Add(new MessageAbandoned(id, preview.Text) { ThreadId = preview.ThreadId });
                _open.Remove(id);
            }
        }

        return updates;
    }
}
