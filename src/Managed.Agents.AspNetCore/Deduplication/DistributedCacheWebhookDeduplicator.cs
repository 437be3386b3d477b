using System.Text;
using Microsoft.Extensions.Caching.Distributed;

namespace Managed.Agents.AspNetCore;

/// <summary>Remembers webhooks in the host's <see cref="IDistributedCache"/>, which several hosts share.</summary>
/// <remarks>
/// <see cref="IDistributedCache"/> has no "add unless it is there". Two deliveries of one webhook that arrive within the time of a round
/// trip to the cache can both find nothing and both be handled; those that come later are not. Where that matters, implement
/// <see cref="IWebhookDeduplicator"/> over a store with an atomic claim.
/// </remarks>
/// <param name="cache">The cache. Entries are put in with a time to live.</param>
/// <param name="keyPrefix">What the keys begin with.</param>
public sealed class DistributedCacheWebhookDeduplicator(IDistributedCache cache, string keyPrefix = "managed-agents-webhook/") : IWebhookDeduplicator
{
    private const string Busy = "busy";
    private const string Done = "done";

    /// <inheritdoc/>
    public async ValueTask<WebhookClaim> ClaimAsync(string key, TimeSpan lease, CancellationToken cancellationToken = default)
    {
        switch (await GetAsync(key, cancellationToken).ConfigureAwait(false))
        {
            case Done:
                return WebhookClaim.Completed;
            case not null:
                return WebhookClaim.Busy;
            default:
                await SetAsync(key, Busy, lease, cancellationToken).ConfigureAwait(false);
                return WebhookClaim.Claimed;
        }
    }

    /// <inheritdoc/>
    public ValueTask CompleteAsync(string key, TimeSpan rememberFor, CancellationToken cancellationToken = default) =>
        new(SetAsync(key, Done, rememberFor, cancellationToken));

    /// <inheritdoc/>
    public ValueTask ReleaseAsync(string key, CancellationToken cancellationToken = default) =>
        new(cache.RemoveAsync(keyPrefix + key, cancellationToken));

    /// <inheritdoc/>
    public async ValueTask<bool> IsCompletedAsync(string key, CancellationToken cancellationToken = default) =>
        await GetAsync(key, cancellationToken).ConfigureAwait(false) == Done;

    private async Task<string?> GetAsync(string key, CancellationToken cancellationToken) =>
        await cache.GetAsync(keyPrefix + key, cancellationToken).ConfigureAwait(false) is { } bytes ? Encoding.UTF8.GetString(bytes) : null;

    private Task SetAsync(string key, string value, TimeSpan span, CancellationToken cancellationToken) =>
        cache.SetAsync(keyPrefix + key, Encoding.UTF8.GetBytes(value), new DistributedCacheEntryOptions { AbsoluteExpirationRelativeToNow = span }, cancellationToken);
}
