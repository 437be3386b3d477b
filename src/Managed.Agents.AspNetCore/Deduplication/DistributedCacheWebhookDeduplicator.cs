using System.Text;
using Microsoft.Extensions.Caching.Distributed;

namespace Managed.Agents.AspNetCore;

/// <summary>Stores the claims of webhooks in the <see cref="IDistributedCache"/> of the host, which several hosts can share.</summary>
/// <remarks>
/// <see cref="IDistributedCache"/> cannot add an entry atomically. When two deliveries of one webhook arrive within one round trip to the
/// cache, both can be claimed and handled. Later deliveries are detected as duplicates. If this matters, implement
/// <see cref="IWebhookDeduplicator"/> with a store
/// that has an atomic claim.
/// </remarks>
/// <param name="cache">The cache. Entries expire with their lease or retention.</param>
/// <param name="keyPrefix">The prefix of the keys in the cache.</param>
public sealed class DistributedCacheWebhookDeduplicator(IDistributedCache cache, string keyPrefix = "managed-agents:webhooks:") : IWebhookDeduplicator
{
    private const string Busy = "busy";
    private const string Completed = "completed";

    /// <inheritdoc/>
    public async ValueTask<WebhookClaim> ClaimAsync(string key, TimeSpan lease, CancellationToken cancellationToken = default)
    {
        switch (await GetAsync(key, cancellationToken).ConfigureAwait(false))
        {
            case Completed:
                return WebhookClaim.Completed;
            case not null:
                return WebhookClaim.Busy;
            default:
                await SetAsync(key, Busy, lease, cancellationToken).ConfigureAwait(false);
                return WebhookClaim.Claimed;
        }
    }

    /// <inheritdoc/>
    public ValueTask CompleteAsync(string key, TimeSpan retention, CancellationToken cancellationToken = default) =>
        new(SetAsync(key, Completed, retention, cancellationToken));

    /// <inheritdoc/>
    public ValueTask ReleaseAsync(string key, CancellationToken cancellationToken = default) =>
        new(cache.RemoveAsync(keyPrefix + key, cancellationToken));

    /// <inheritdoc/>
    public async ValueTask<bool> IsCompletedAsync(string key, CancellationToken cancellationToken = default) =>
        await GetAsync(key, cancellationToken).ConfigureAwait(false) == Completed;

    private async Task<string?> GetAsync(string key, CancellationToken cancellationToken) =>
        await cache.GetAsync(keyPrefix + key, cancellationToken).ConfigureAwait(false) is { } bytes ? Encoding.UTF8.GetString(bytes) : null;

    private Task SetAsync(string key, string value, TimeSpan expiration, CancellationToken cancellationToken) =>
        cache.SetAsync(keyPrefix + key, Encoding.UTF8.GetBytes(value), new DistributedCacheEntryOptions { AbsoluteExpirationRelativeToNow = expiration }, cancellationToken);
}
