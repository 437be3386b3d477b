using System.Globalization;
using Managed.Agents.Webhooks;

namespace Managed.Agents.AspNetCore;

/// <summary>Records which session webhooks were delivered and which were caught up, so that none is handled twice.</summary>
/// <remarks>
/// The history of a session does not contain the id of a delivery. Both contain the time of the event, but not necessarily to the
/// millisecond. Two times therefore match when they are in the same or in neighboring time slots of <see cref="SlotLength"/>.
/// </remarks>
internal sealed class SessionWebhookRecord(IWebhookDeduplicator store)
{
    public static readonly TimeSpan SlotLength = TimeSpan.FromSeconds(10);

    private const string Delivered = "delivered";
    private const string CaughtUp = "caught-up";

    /// <summary>The key under which a webhook is claimed while it is caught up.</summary>
    public static string CaughtUpKey(string route, WebhookDelivery delivery) => Key(route, CaughtUp, delivery.Event, SlotOf(delivery.CreatedAt));

    /// <summary>Records that a delivery was handled.</summary>
    public ValueTask AddDeliveredAsync(string route, WebhookDelivery delivery, TimeSpan retention) =>
        IsOfSession(delivery) ? store.CompleteAsync(Key(route, Delivered, delivery.Event, SlotOf(delivery.CreatedAt)), retention) : default;

    /// <summary>Whether a webhook for this event was already delivered and handled. Checked before the event is caught up.</summary>
    public Task<bool> WasDeliveredAsync(string route, WebhookDelivery delivery, CancellationToken cancellationToken) => ContainsAsync(route, Delivered, delivery, cancellationToken);

    /// <summary>Whether the event was already caught up. Checked when its delivery arrives late.</summary>
    public Task<bool> WasCaughtUpAsync(string route, WebhookDelivery delivery) =>
        IsOfSession(delivery) ? ContainsAsync(route, CaughtUp, delivery, CancellationToken.None) : Task.FromResult(false);

    private async Task<bool> ContainsAsync(string route, string kind, WebhookDelivery delivery, CancellationToken cancellationToken)
    {
        var center = SlotOf(delivery.CreatedAt);
        for (var slot = center - 1; slot <= center + 1; slot++)
        {
            if (await store.IsCompletedAsync(Key(route, kind, delivery.Event, slot), cancellationToken).ConfigureAwait(false))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOfSession(WebhookDelivery delivery) => delivery.Event.Type.StartsWith("session.", StringComparison.Ordinal);

    private static long SlotOf(DateTimeOffset time) => time.ToUnixTimeSeconds() / (long)SlotLength.TotalSeconds;

    private static string Key(string route, string kind, WebhookEvent webhook, long slot) =>
        string.Create(CultureInfo.InvariantCulture, $"{route} {kind} {webhook.Type} {webhook.Id} {slot}");
}
