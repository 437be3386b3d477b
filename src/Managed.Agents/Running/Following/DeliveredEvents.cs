using System.Runtime.InteropServices;

namespace Managed.Agents;

/// <summary>
/// Tracks which events were delivered to the consumer: the latest by key, all earlier ones by their time. This is the content of a position,
/// and its size does not depend on the length of the session. Thread-safe for adding events and taking positions.
/// </summary>
/// <remarks>
/// The history is ordered by processing time, the stream by emission time. The two orders may differ by up to <see cref="Overlap"/> events
/// without an event being treated as a duplicate or skipped.
/// </remarks>
internal sealed class DeliveredEvents
{
    public const int Capacity = 2 * Overlap;

    /// <summary>The number of latest events that are read again when the history is read.</summary>
    private const int Overlap = 32;

    /// <summary>The maximum number of queued inputs that are tracked. It is limited because some inputs are never processed.</summary>
    public const int QueuedCapacity = 128;

    private const string Placeholder = "-";

    private readonly object _gate = new();
    private readonly string[] _keys = new string[Capacity];
    private readonly int[] _hashes = new int[Capacity];
    private readonly long[] _times = new long[Capacity];
    private readonly List<string> _queued = [];
    private int _next;

    public DeliveredEvents(string sessionId, string? threadId)
    {
        SessionId = sessionId;
        ThreadId = threadId;
    }

    public DeliveredEvents(SessionPosition position)
        : this(position.SessionId, position.ThreadId)
    {
        foreach (var (key, time) in position.Recent)
        {
            AddProcessed(key, time);
        }

        _queued.AddRange(position.Queued);
    }

    /// <summary>Treats all events until a time as delivered.</summary>
    public static DeliveredEvents Until(DateTimeOffset time, string sessionId, string threadId)
    {
        // A full buffer is what a position after many events has.
        var delivered = new DeliveredEvents(sessionId, threadId);
        for (var i = 0; i < Capacity; i++)
        {
            delivered.AddProcessed("-", time.UtcTicks);
        }

        return delivered;
    }

    public string SessionId { get; }

    public string? ThreadId { get; }

    private int Count { get; set; }

    /// <summary>The time from which the history must be read to find new events, or null to read it from the start.</summary>
    public DateTimeOffset? ReadFrom
    {
        get
        {
            // If the buffer is not full, it holds all events.
            if (Count < Capacity)
            {
                return null;
            }

            var from = long.MaxValue;
            for (var back = 1; back <= Overlap; back++)
            {
                from = Math.Min(from, _times[(_next - back + Capacity) % Capacity]);
            }

            return new DateTimeOffset(from, TimeSpan.Zero);
        }
    }

    /// <summary>Whether an event with this key was delivered in its final state.</summary>
    public bool Contains(string key)
    {
        var hash = HashOf(key);
        var from = 0;
        while (true)
        {
            var found = _hashes.AsSpan(from).IndexOf(hash);
            if (found < 0)
            {
                return false;
            }

            if (string.Equals(_keys[from + found], key, StringComparison.Ordinal))
            {
                return true;
            }

            from += found + 1;
        }
    }

    /// <summary>Whether an input with this key was delivered while it was queued.</summary>
    public bool WasQueued(string key) => _queued.Count > 0 && _queued.Contains(key);

    /// <summary>Records that everything before the known events was delivered, without knowing its keys. Only when nothing older can still arrive.</summary>
    public void AssumeEarlier()
    {
        lock (_gate)
        {
            // Placeholders take the places of the earlier keys. No event has such a key.
            var known = Enumerable.Range(0, Count).Select(index => (_next - Count + index + Capacity) % Capacity).Select(slot => (Key: _keys[slot], Time: _times[slot])).ToList();
            var missing = Capacity - Count;
            for (var place = 0; known.Count > 0 && place < missing; place++)
            {
                AddProcessed(Placeholder, known[0].Time);
            }

            foreach (var (key, time) in known)
            {
                AddProcessed(key, time);
            }
        }
    }

    /// <summary>Whether an event of the history was delivered. Older events were delivered before those whose keys are known.</summary>
    public bool Includes(SessionEvent stored) => EventIdentity.KeyOf(stored) switch
    {
        { } key when Contains(key) => true,
        { } key when stored.ProcessedAt is null => WasQueued(key),
        _ => ReadFrom is { } from && stored.ProcessedAt < from,
    };

    /// <summary>Whether an event of the stream was not delivered yet.</summary>
    /// <remarks>An event without an id may be a duplicate or another event with the same content. It is delivered, so that none is lost.</remarks>
    public bool IsNewOnStream(string? key, DateTimeOffset? processedAt) =>
        !EventIdentity.IsUnique(key) || !(Contains(key) || (processedAt is null && WasQueued(key)));

    public void Add(string key, DateTimeOffset? processedAt)
    {
        lock (_gate)
        {
            if (processedAt is { } at)
            {
                if (_queued.Count > 0)
                {
                    _queued.Remove(key);
                }

                AddProcessed(key, at.UtcTicks);
            }
            else
            {
                if (_queued.Count == QueuedCapacity)
                {
                    _queued.RemoveAt(0);
                }

                _queued.Add(key);
            }
        }
    }

    /// <summary>Adds an event. If it is unreadable and its time is unknown, it gets the time of the event before.</summary>
    public void Add(string key, SessionEvent received)
    {
        if (received is not UnreadableSessionEvent { ProcessedAt: null })
        {
            Add(key, received.ProcessedAt);
            return;
        }

        lock (_gate)
        {
            AddProcessed(key, Count == 0 ? 0 : _times[(_next - 1 + Capacity) % Capacity]);
        }
    }

    public SessionPosition ToPosition()
    {
        lock (_gate)
        {
            var recent = new (string, long)[Count];
            for (var i = 0; i < Count; i++)
            {
                var slot = (_next - Count + i + Capacity) % Capacity;
                recent[i] = (_keys[slot], _times[slot]);
            }

            return new SessionPosition(SessionId, ThreadId, recent, [.. _queued]);
        }
    }

    private void AddProcessed(string key, long time)
    {
        _keys[_next] = key;
        _hashes[_next] = HashOf(key);
        _times[_next] = time;
        _next = (_next + 1) % Capacity;
        Count = Math.Min(Count + 1, Capacity);
    }

    // The end of an id distinguishes it from others. Comparing hashes is vectorized.
    private static int HashOf(string key)
    {
        if (key.Length < 4)
        {
            return key.Length;
        }

        var halves = MemoryMarshal.Cast<char, uint>(key.AsSpan(key.Length - 4));
        return (int)((halves[0] * 31) ^ halves[1]) | int.MinValue;
    }
}
