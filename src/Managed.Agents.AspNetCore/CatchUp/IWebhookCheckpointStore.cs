namespace Managed.Agents.AspNetCore;

/// <summary>Stores the time up to which missed webhooks are caught up, so that it survives restarts. Several hosts can share a store.</summary>
public interface IWebhookCheckpointStore
{
    /// <summary>Gets the checkpoint.</summary>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The time up to which all webhooks are caught up; <see langword="null"/> when none is stored.</returns>
    ValueTask<DateTimeOffset?> GetAsync(CancellationToken cancellationToken = default);

    /// <summary>Stores the checkpoint.</summary>
    /// <param name="checkpoint">The time up to which all webhooks are caught up.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>A task that completes when the checkpoint is stored.</returns>
    ValueTask SetAsync(DateTimeOffset checkpoint, CancellationToken cancellationToken = default);
}
