using System.Runtime.CompilerServices;

namespace Managed.Agents;

/// <summary>Extension methods to read messages from events.</summary>
public static class MessageProjectionExtensions
{
    /// <summary>Returns the message updates of a stream or feed. Other events are omitted. Use a <see cref="MessageProjection"/> to get both.</summary>
    /// <param name="events">The events of one thread, with previews.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>Added text, completed messages and abandoned messages.</returns>
    public static async IAsyncEnumerable<MessageUpdate> ReadMessagesAsync(
        this IAsyncEnumerable<SessionEvent> events, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(events);
        var projection = new MessageProjection();
        await foreach (var received in events.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            foreach (var update in projection.Apply(received))
            {
                yield return update;
            }
        }
    }
}
