namespace Managed.Agents;

/// <summary>Stores tool calls in memory. Its writes are atomic. All records are lost when the process ends.</summary>
/// <remarks>Answered calls are removed after an hour. By then, the history of the session contains the answer.</remarks>
public sealed class InMemoryToolCallStore : IToolCallStore
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    private readonly object _gate = new();
    private readonly Dictionary<(string SessionId, string CallId), (ToolCallRecord Record, long Written)> _records = [];
    private readonly Queue<((string SessionId, string CallId) Key, long Written)> _answered = [];
    private readonly TimeProvider _time;

    /// <summary>Initializes a new instance of the <see cref="InMemoryToolCallStore"/> class.</summary>
    /// <param name="timeProvider">The clock for removing answered calls, or null for the system clock.</param>
    public InMemoryToolCallStore(TimeProvider? timeProvider = null) => _time = timeProvider ?? TimeProvider.System;

    /// <summary>The number of stored calls.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _records.Count;
            }
        }
    }

    /// <inheritdoc/>
    public ValueTask<ToolCallRecord?> GetAsync(string sessionId, string callId, CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            return ValueTask.FromResult(_records.TryGetValue((sessionId, callId), out var found) ? found.Record : null);
        }
    }

    /// <inheritdoc/>
    public ValueTask<bool> TryWriteAsync(ToolCallRecord record, long expectedRevision, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(record);
        var key = (record.SessionId, record.CallId);
        lock (_gate)
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
