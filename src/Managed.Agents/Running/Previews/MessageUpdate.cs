namespace Managed.Agents;

/// <summary>An update of a message: text was added, the message is complete, or it was abandoned.</summary>
/// <param name="EventId">The id of the <see cref="AgentMessageEvent"/> (<c>sevt_…</c>). Every update has it, including those before the event arrives.</param>
public abstract record MessageUpdate(string EventId)
{
    /// <summary>The thread of the message, as passed to <see cref="MessageProjection.Apply"/>.</summary>
    public string? ThreadId { get; init; }
}

/// <summary>Text was added to a message. All added texts together are the text of the message, unless it is corrected when it completes.</summary>
/// <param name="EventId">The id of the message.</param>
/// <param name="Text">The text to append. Never empty.</param>
public sealed record MessageTextAdded(string EventId, string Text) : MessageUpdate(EventId);

/// <summary>The message is complete. Text that was not previewed was added directly before, as <see cref="MessageTextAdded"/>.</summary>
/// <param name="Message">The message.</param>
/// <param name="IsCorrected">
/// Whether the previewed text differs from the message. Then replace the added texts with <see cref="AgentMessageEvent.Text"/>.
/// </param>
public sealed record MessageCompleted(AgentMessageEvent Message, bool IsCorrected) : MessageUpdate(Message.Id);

/// <summary>A previewed message will not be completed, because the model request failed or was interrupted, or the connection was lost.</summary>
/// <param name="EventId">The id of the abandoned message.</param>
/// <param name="Text">The text that was added so far.</param>
public sealed record MessageAbandoned(string EventId, string Text) : MessageUpdate(EventId);
