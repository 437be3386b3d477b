namespace Managed.Agents.AspNetCore;

/// <summary>
/// Stores the checkpoint of the search for missed webhooks, so that it survives restarts. All webhooks before this time were handled.
/// Several hosts can share a store.
/// </summary>
public interface IWebhookCheckpointStore
{
    /// <summary>Gets the checkpoint.</summary>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The time before which all webhooks were handled; <see langword="null"/> when no checkpoint is stored.</returns>
    ValueTask<DateTimeOffset?> GetAsync(CancellationToken cancellationToken = default);

    /// <summary>Stores the checkpoint.</summary>
    /// <param name="checkpoint">The time before which all webhooks were handled.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>A task that completes when the checkpoint is stored.</returns>
    ValueTask SetAsync(DateTimeOffset checkpoint, CancellationToken cancellationToken = default);
}
