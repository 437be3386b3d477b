using Microsoft.Extensions.Caching.Distributed;

namespace Managed.Agents;

/// <summary>Remembers tool calls in a distributed cache, so that they outlive a crash of this process.</summary>
/// <remarks>
/// A distributed cache has no atomic write: it is read, compared, written. Two processes that claim the same call within the same moment
/// can both succeed and both run it. Where one process at a time works on a session that cannot happen; where several may, use a store of
/// your own whose <see cref="IToolCallStore.TryWriteAsync"/> is atomic. A cache that evicts entries early forgets calls, too.
/// </remarks>
public sealed class DistributedCacheToolCallStore : IToolCallStore
{
    private readonly IDistributedCache _cache;
    private readonly string _prefix;
    private readonly DistributedCacheEntryOptions _entry;

    /// <summary>Makes a store over a cache.</summary>
    /// <param name="cache">The cache.</param>
    /// <param name="retention">How long a call is remembered after its last change. Null for 30 days; a session can wait without a limit, so choose it longer than any wait of yours.</param>
    /// <param name="keyPrefix">What the keys begin with.</param>
    /// <exception cref="ArgumentOutOfRangeException">The retention is zero or negative.</exception>
    public DistributedCacheToolCallStore(IDistributedCache cache, TimeSpan? retention = null, string keyPrefix = "managed-agents:tool-call:")
    {
        ArgumentNullException.ThrowIfNull(cache);
        ArgumentNullException.ThrowIfNull(keyPrefix);
        var kept = retention ?? TimeSpan.FromDays(30);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(kept, TimeSpan.Zero, nameof(retention));
        _cache = cache;
        _prefix = keyPrefix;
        _entry = new DistributedCacheEntryOptions { AbsoluteExpirationRelativeToNow = kept };
    }

    /// <inheritdoc/>
    public async ValueTask<ToolCallRecord?> GetAsync(string sessionId, string callId, CancellationToken cancellationToken = default) =>
        await _cache.GetStringAsync(Key(sessionId, callId), cancellationToken).ConfigureAwait(false) is { } json ? ToolCallRecord.FromJson(json) : null;

    /// <inheritdoc/>
    public async ValueTask<bool> TryWriteAsync(ToolCallRecord record, long expectedRevision, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(record);
        var stored = await GetAsync(record.SessionId, record.CallId, cancellationToken).ConfigureAwait(false);
        if ((stored?.Revision ?? 0) != expectedRevision)
        {
            return false;
        }

        await _cache.SetStringAsync(Key(record.SessionId, record.CallId), record.ToJson(), _entry, cancellationToken).ConfigureAwait(false);
        return true;
    }

    private string Key(string sessionId, string callId) => $"{_prefix}{sessionId}:{callId}";
}
