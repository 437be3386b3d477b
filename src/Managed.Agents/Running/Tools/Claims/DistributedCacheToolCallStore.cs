using Microsoft.Extensions.Caching.Distributed;

namespace Managed.Agents;

/// <summary>Stores tool calls in a distributed cache, so that they survive a crash of the process.</summary>
/// <remarks>
/// A distributed cache has no atomic compare-and-write. Two processes that claim the same call at the same moment can both succeed and run it
/// twice. If several processes can work on the same session, use a store whose <see cref="IToolCallStore.TryWriteAsync"/> is atomic. Calls
/// are also lost if the cache evicts entries early.
/// </remarks>
public sealed class DistributedCacheToolCallStore : IToolCallStore
{
    private readonly IDistributedCache _cache;
    private readonly string _prefix;
    private readonly DistributedCacheEntryOptions _entry;

    /// <summary>Initializes a new instance of the <see cref="DistributedCacheToolCallStore"/> class.</summary>
    /// <param name="cache">The cache.</param>
    /// <param name="retention">How long a call is stored after its last change. Default: 30 days. A session can wait indefinitely, so choose a time that is longer than the longest wait you expect.</param>
    /// <param name="keyPrefix">The prefix of the cache keys.</param>
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
