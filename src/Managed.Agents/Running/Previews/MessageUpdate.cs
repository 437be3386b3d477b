namespace Managed.Agents;

/// <summary>What became of a message: it grew, it is complete, or it was abandoned.</summary>
/// <param name="EventId">The id of the <see cref="AgentMessageEvent"/> (<c>sevt_…</c>), known from the first piece of text on.</param>
public abstract record MessageUpdate(string EventId)
{
    /// <summary>The thread whose message it is, as it was passed to <see cref="MessageProjection.Apply"/>.</summary>
    public string? ThreadId { get; init; }
}

/// <summary>Text to append. Joined, the pieces of a message are its text, unless it is corrected in the end.</summary>
/// <param name="EventId">The id of the message.</param>
/// <param name="Text">What to append; never empty.</param>
public sealed record MessageTextAdded(string EventId, string Text) : MessageUpdate(EventId);

/// <summary>The message is complete. Whatever the previews did not show came just before, as <see cref="MessageTextAdded"/>.</summary>
/// <param name="Message">The message.</param>
/// <param name="IsCorrected">
/// Whether the previews showed something else than what the message says. Then take its <see cref="AgentMessageEvent.Text"/> in place of
/// the pieces.
/// </param>
public sealed record MessageCompleted(AgentMessageEvent Message, bool IsCorrected) : MessageUpdate(Message.Id);

/// <summary>The model request failed or was interrupted, or the connection was lost: a message that began to show will not come.</summary>
/// <param name="EventId">The id that the message would have had.</param>
/// <param name="Text">What had been shown of it.</param>
public sealed record MessageAbandoned(string EventId, string Text) : MessageUpdate(EventId);
