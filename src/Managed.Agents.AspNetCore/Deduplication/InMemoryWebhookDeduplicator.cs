namespace Managed.Agents.AspNetCore;

/// <summary>Remembers webhooks in this process: for one host, and until it stops.</summary>
/// <param name="timeProvider">The clock that says when something may be forgotten.</param>
public sealed class InMemoryWebhookDeduplicator(TimeProvider? timeProvider = null) : IWebhookDeduplicator
{
    private readonly TimeProvider _time = timeProvider ?? TimeProvider.System;
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly PriorityQueue<string, DateTimeOffset> _ends = new();

    /// <summary>How many webhooks are claimed or remembered.</summary>
    public int Count
    {
        get
        {
            lock (_entries)
            {
                Forget();
                return _entries.Count;
            }
        }
    }

    /// <inheritdoc/>
    public ValueTask<WebhookClaim> ClaimAsync(string key, TimeSpan lease, CancellationToken cancellationToken = default)
    {
        lock (_entries)
        {
            Forget();
            if (_entries.TryGetValue(key, out var entry))
            {
                return new(entry.IsCompleted ? WebhookClaim.Completed : WebhookClaim.Busy);
            }

            Put(key, isCompleted: false, lease);
            return new(WebhookClaim.Claimed);
        }
    }

    /// <inheritdoc/>
    public ValueTask CompleteAsync(string key, TimeSpan rememberFor, CancellationToken cancellationToken = default)
    {
        lock (_entries)
        {
            Forget();
            Put(key, isCompleted: true, rememberFor);
            return default;
        }
    }

    /// <inheritdoc/>
    public ValueTask ReleaseAsync(string key, CancellationToken cancellationToken = default)
    {
        lock (_entries)
        {
            _entries.Remove(key);
            return default;
        }
    }

    /// <inheritdoc/>
    public ValueTask<bool> IsCompletedAsync(string key, CancellationToken cancellationToken = default)
    {
        lock (_entries)
        {
            Forget();
            return new(_entries.TryGetValue(key, out var entry) && entry.IsCompleted);
        }
    }

    private void Put(string key, bool isCompleted, TimeSpan span)
    {
        var end = _time.GetUtcNow() + span;
        _entries[key] = new Entry(isCompleted, end);
        _ends.Enqueue(key, end);
    }

    private void Forget()
    {
        var now = _time.GetUtcNow();
        while (_ends.TryPeek(out var key, out var end) && end <= now)
        {
            _ends.Dequeue();

            // An entry that was put anew since then has another end, and another place in the queue.
            if (_entries.TryGetValue(key, out var entry) && entry.End == end)
            {
                _entries.Remove(key);
            }
        }
    }

    private readonly record struct Entry(bool IsCompleted, DateTimeOffset End);
}
