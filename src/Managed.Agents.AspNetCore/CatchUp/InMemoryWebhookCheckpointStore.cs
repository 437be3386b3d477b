namespace Managed.Agents.AspNetCore;

/// <summary>Stores the checkpoint in this process. After a restart, the search starts at <see cref="WebhookCatchUpOptions.InitialLookback"/>.</summary>
public sealed class InMemoryWebhookCheckpointStore : IWebhookCheckpointStore
{
    // Boxed, so that it is read and written atomically.
    private volatile object? _checkpoint;

    /// <inheritdoc/>
    public ValueTask<DateTimeOffset?> GetAsync(CancellationToken cancellationToken = default) => new((DateTimeOffset?)_checkpoint);

    /// <inheritdoc/>
    public ValueTask SetAsync(DateTimeOffset checkpoint, CancellationToken cancellationToken = default)
    {
        _checkpoint = checkpoint;
        return default;
    }
}
