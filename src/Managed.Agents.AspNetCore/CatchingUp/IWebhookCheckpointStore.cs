namespace Managed.Agents.AspNetCore;

/// <summary>Keeps the time up to which missed webhooks are caught up, over restarts. Hosts may share one.</summary>
public interface IWebhookCheckpointStore
{
    /// <summary>Reads the checkpoint.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The time up to which all is caught up; null when none was stored.</returns>
    ValueTask<DateTimeOffset?> GetAsync(CancellationToken cancellationToken = default);

    /// <summary>Stores the checkpoint.</summary>
    /// <param name="checkpoint">The time up to which all is caught up.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The call.</returns>
    ValueTask SetAsync(DateTimeOffset checkpoint, CancellationToken cancellationToken = default);
}
