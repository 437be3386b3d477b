namespace Managed.Agents.AspNetCore;

/// <summary>Keeps the checkpoint in this process: after a restart, <see cref="WebhookCatchUpOptions.FirstLookBack"/> counts.</summary>
public sealed class InMemoryWebhookCheckpointStore : IWebhookCheckpointStore
{
    // Boxed, so that it is read and written whole.
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
