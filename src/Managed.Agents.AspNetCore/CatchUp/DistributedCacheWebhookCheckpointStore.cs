using System.Globalization;
using Microsoft.Extensions.Caching.Distributed;

namespace Managed.Agents.AspNetCore;

/// <summary>Stores the checkpoint in the <see cref="IDistributedCache"/> of the host.</summary>
/// <remarks>When several hosts write, the last one wins. This is harmless: a period that is searched twice is not handled twice.</remarks>
/// <param name="cache">The cache.</param>
/// <param name="keyPrefix">The prefix of the key in the cache.</param>
public sealed class DistributedCacheWebhookCheckpointStore(IDistributedCache cache, string keyPrefix = "managed-agents:webhook-checkpoints:") : IWebhookCheckpointStore
{
    private readonly string _key = $"{keyPrefix}catch-up";

    /// <inheritdoc/>
    public async ValueTask<DateTimeOffset?> GetAsync(CancellationToken cancellationToken = default)
    {
        var text = await cache.GetStringAsync(_key, cancellationToken).ConfigureAwait(false);
        return DateTimeOffset.TryParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var checkpoint) ? checkpoint : null;
    }

    /// <inheritdoc/>
    public async ValueTask SetAsync(DateTimeOffset checkpoint, CancellationToken cancellationToken = default) =>
        await cache.SetStringAsync(
            _key, checkpoint.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture), new DistributedCacheEntryOptions(), cancellationToken).ConfigureAwait(false);
}
