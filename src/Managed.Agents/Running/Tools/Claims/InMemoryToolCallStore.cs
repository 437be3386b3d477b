namespace Managed.Agents;

/// <summary>Remembers tool calls in this process. Its claims are atomic; a crash loses all of it.</summary>
/// <remarks>Calls that were answered are forgotten after an hour; by then the history of their session has the answer.</remarks>
public sealed class InMemoryToolCallStore : IToolCallStore
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    private readonly Dictionary<(string SessionId, string CallId), (ToolCallRecord Record, long Written)> _records = [];
    private readonly Queue<((string SessionId, string CallId) Key, long Written)> _answered = [];
    private readonly TimeProvider _time;

    /// <summary>Makes an empty store.</summary>
    /// <param name="timeProvider">The clock by which answered calls are forgotten; null for the system's.</param>
    public InMemoryToolCallStore(TimeProvider? timeProvider = null) => _time = timeProvider ?? TimeProvider.System;

    /// <summary>How many calls it remembers now.</summary>
    public int Count
    {
        get
        {
            lock (_records)
            {
                return _records.Count;
            }
        }
    }

    /// <inheritdoc/>
    public ValueTask<ToolCallRecord?> GetAsync(string sessionId, string callId, CancellationToken cancellationToken = default)
    {
        lock (_records)
        {
            return ValueTask.FromResult(_records.TryGetValue((sessionId, callId), out var found) ? found.Record : null);
        }
    }

    /// <inheritdoc/>
    public ValueTask<bool> TryWriteAsync(ToolCallRecord record, long expectedRevision, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(record);
        var key = (record.SessionId, record.CallId);
        lock (_records)
        {
            var revision = _records.TryGetValue(key, out var found) ? found.Record.Revision : 0;
            if (revision != expectedRevision)
            {
                return ValueTask.FromResult(false);
            }

            var now = _time.GetTimestamp();
            _records[key] = (record, now);
            Forget(now);
            if (record.State == ToolCallState.Answered)
            {
                _answered.Enqueue((key, now));
            }

            return ValueTask.FromResult(true);
        }
    }

    private void Forget(long now)
    {
        while (_answered.TryPeek(out var oldest) && _time.GetElapsedTime(oldest.Written, now) > Kept)
        {
            _answered.Dequeue();
            _records.Remove(oldest.Key);
        }
    }
}
