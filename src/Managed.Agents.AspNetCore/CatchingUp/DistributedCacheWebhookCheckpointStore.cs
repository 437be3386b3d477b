using System.Globalization;
using Microsoft.Extensions.Caching.Distributed;

namespace Managed.Agents.AspNetCore;

/// <summary>Keeps the checkpoint in the host's <see cref="IDistributedCache"/>. Of several hosts the last one to write wins, which is harmless: what is looked through twice is not handled twice.</summary>
/// <param name="cache">The cache.</param>
/// <param name="key">What the checkpoint is stored under.</param>
public sealed class DistributedCacheWebhookCheckpointStore(IDistributedCache cache, string key = "managed-agents-webhook-checkpoint") : IWebhookCheckpointStore
{
    /// <inheritdoc/>
    public async ValueTask<DateTimeOffset?> GetAsync(CancellationToken cancellationToken = default)
    {
        var text = await cache.GetStringAsync(key, cancellationToken).ConfigureAwait(false);
        return DateTimeOffset.TryParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var checkpoint) ? checkpoint : null;
    }

    /// <inheritdoc/>
    public async ValueTask SetAsync(DateTimeOffset checkpoint, CancellationToken cancellationToken = default) =>
        await cache.SetStringAsync(
            key, checkpoint.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture), new DistributedCacheEntryOptions(), cancellationToken).ConfigureAwait(false);
}
