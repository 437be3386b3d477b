namespace Managed.Agents.AspNetCore;

/// <summary>Stores the claims of webhooks in this process, for one host and until it stops.</summary>
/// <param name="timeProvider">The clock for the expiration of entries. <see langword="null"/> for the system clock.</param>
public sealed class InMemoryWebhookDeduplicator(TimeProvider? timeProvider = null) : IWebhookDeduplicator
{
    private readonly TimeProvider _time = timeProvider ?? TimeProvider.System;
    private readonly object _gate = new();
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly PriorityQueue<string, DateTimeOffset> _expirations = new();

    /// <summary>The number of webhooks that are claimed or stored as completed.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                RemoveExpired();
                return _entries.Count;
            }
        }
    }

    /// <inheritdoc/>
    public ValueTask<WebhookClaim> ClaimAsync(string key, TimeSpan lease, CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            RemoveExpired();
            if (_entries.TryGetValue(key, out var entry))
            {
                return new(entry.IsCompleted ? WebhookClaim.Completed : WebhookClaim.Busy);
            }

            Set(key, isCompleted: false, lease);
            return new(WebhookClaim.Claimed);
        }
    }

    /// <inheritdoc/>
    public ValueTask CompleteAsync(string key, TimeSpan retention, CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            RemoveExpired();
            Set(key, isCompleted: true, retention);
            return default;
        }
    }

    /// <inheritdoc/>
    public ValueTask ReleaseAsync(string key, CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            _entries.Remove(key);
            return default;
        }
    }

    /// <inheritdoc/>
    public ValueTask<bool> IsCompletedAsync(string key, CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            RemoveExpired();
            return new(_entries.TryGetValue(key, out var entry) && entry.IsCompleted);
        }
    }

    private void Set(string key, bool isCompleted, TimeSpan lifetime)
    {
        var expiration = _time.GetUtcNow() + lifetime;
        _entries[key] = new Entry(isCompleted, expiration);
        _expirations.Enqueue(key, expiration);
    }

    private void RemoveExpired()
    {
        var now = _time.GetUtcNow();
        while (_expirations.TryPeek(out var key, out var expiration) && expiration <= now)
        {
            _expirations.Dequeue();

            // An entry that was set again has another expiration and another place in the queue.
            if (_entries.TryGetValue(key, out var entry) && entry.Expiration == expiration)
            {
                _entries.Remove(key);
            }
        }
    }

    private readonly record struct Entry(bool IsCompleted, DateTimeOffset Expiration);
}
