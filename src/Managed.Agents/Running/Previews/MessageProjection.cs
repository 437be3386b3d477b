namespace Managed.Agents;

/// <summary>Turns events with previews into message updates for display: added text, completed messages, and abandoned messages.</summary>
/// <remarks>
/// <para>Pass it every event of a stream or feed that requests <see cref="EventDeltaType.AgentMessage"/>. Without previews, each message is
/// added as a whole. No text is duplicated or lost, wherever the previews of a message start or stop.</para>
/// <para>One projection can process the events of several threads, each with its thread id. It is not thread-safe.</para>
/// </remarks>
public sealed class MessageProjection
{
    /// <summary>The number of completed messages that are remembered to ignore late previews.</summary>
    private const int MaxCompleted = 64;

    private readonly Dictionary<string, MessagePreview> _open = new(StringComparer.Ordinal);
    private readonly Queue<string> _completed = new(MaxCompleted);
    private readonly Dictionary<string, string> _modelRequests = new(StringComparer.Ordinal);

    /// <summary>Processes an event.</summary>
    /// <param name="received">The event.</param>
    /// <param name="threadId">The thread whose stream the event is from, or null for the stream of the session.</param>
    /// <returns>The message updates of the event. Empty for most events.</returns>
    public IReadOnlyList<MessageUpdate> Apply(SessionEvent received, string? threadId = null)
    {
        ArgumentNullException.ThrowIfNull(received);
        switch (received)
        {
            case EventDeltaEvent delta:
                return AppendDelta(delta);
            case AgentMessageEvent message:
                return Complete(message, threadId);
            case EventStartEvent { Event: AgentMessagePreview { Id.Length: > 0 } preview }:
                if (!_completed.Contains(preview.Id))
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

    private IReadOnlyList<MessageUpdate> AppendDelta(EventDeltaEvent delta)
    {
        // The final message contains the text if the message is already complete or its start was not received.
        if (delta.Text.Length == 0 || !_open.TryGetValue(delta.EventId, out var preview))
        {
            return [];
        }

        preview.Append(delta.Delta.Index, delta.Text);
        return [new MessageTextAdded(delta.EventId, delta.Text) { ThreadId = preview.ThreadId }];
    }

    private IReadOnlyList<MessageUpdate> Complete(AgentMessageEvent message, string? threadId)
    {
        var rest = _open.Remove(message.Id, out var preview) ? preview.RemainingText(message) : message.Text;
        if (_completed.Count == MaxCompleted)
        {
            _completed.Dequeue();
        }

        _completed.Enqueue(message.Id);
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
