using System.Runtime.CompilerServices;

namespace Managed.Agents;

/// <summary>Reads messages from events.</summary>
public static class MessageProjectionExtensions
{
    /// <summary>The messages of a stream or a feed, as they grow. Other events are left out; use a <see cref="MessageProjection"/> to see both.</summary>
    /// <param name="events">The events of one thread, with previews.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <returns>Text as it grows, completed messages and abandoned ones.</returns>
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
