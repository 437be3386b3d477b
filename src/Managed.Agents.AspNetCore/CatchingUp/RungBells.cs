using System.Globalization;
using Managed.Agents.Webhooks;

namespace Managed.Agents.AspNetCore;

/// <summary>Remembers for which moments of which sessions a bell rang, and which were caught up, so that none is answered twice.</summary>
/// <remarks>
/// A delivery has an id of its own, and the history of a session does not have it. What both have is the moment; whether they have it to
/// the millisecond is not documented, so moments count as one within <see cref="Grain"/> and its neighbours.
/// </remarks>
internal sealed class RungBells(IWebhookDeduplicator store)
{
    public static readonly TimeSpan Grain = TimeSpan.FromSeconds(10);

    public ValueTask RingAsync(string route, WebhookDelivery delivery, TimeSpan rememberFor) =>
        IsOfSession(delivery) ? store.CompleteAsync(Key(route, "rang", delivery.Event, SlotOf(delivery.CreatedAt)), rememberFor) : default;

    /// <summary>Whether a bell rang for this moment, and was answered.</summary>
    public Task<bool> RangAsync(string route, WebhookDelivery delivery, CancellationToken cancellationToken) => IsKnownAsync(route, "rang", delivery, cancellationToken);

    /// <summary>Whether the moment of a delivery was made up for before the delivery came, late.</summary>
    public Task<bool> WasCaughtUpAsync(string route, WebhookDelivery delivery) =>
        IsOfSession(delivery) ? IsKnownAsync(route, "caught up", delivery, CancellationToken.None) : Task.FromResult(false);

    /// <summary>What a moment that is caught up is claimed by.</summary>
    public static string CaughtUpKey(string route, WebhookDelivery delivery) => Key(route, "caught up", delivery.Event, SlotOf(delivery.CreatedAt));

    private async Task<bool> IsKnownAsync(string route, string how, WebhookDelivery delivery, CancellationToken cancellationToken)
    {
        var slot = SlotOf(delivery.CreatedAt);
        for (var neighbour = slot - 1; neighbour <= slot + 1; neighbour++)
        {
            if (await store.IsCompletedAsync(Key(route, how, delivery.Event, neighbour), cancellationToken).ConfigureAwait(false))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOfSession(WebhookDelivery delivery) => delivery.Event.Type.StartsWith("session.", StringComparison.Ordinal);

    private static long SlotOf(DateTimeOffset moment) => moment.ToUnixTimeSeconds() / (long)Grain.TotalSeconds;

    private static string Key(string route, string how, WebhookEvent webhook, long slot) =>
        string.Create(CultureInfo.InvariantCulture, $"{route} {how} {webhook.Type} {webhook.Id} {slot}");
}
