using System.Runtime.InteropServices;

namespace Managed.Agents;

/// <summary>
/// Which events were given to the consumer: the last ones by name, all earlier ones by their time. This is all that a position holds, and
/// all that is remembered, however long a session lives.
/// </summary>
/// <remarks>
/// The history is ordered by time of processing, and the stream by when things were emitted. The two may differ by as many events as
/// <see cref="Overlap"/> before one could be taken for another's repetition, or be passed over.
/// </remarks>
internal sealed class DeliveredEvents
{
    public const int Capacity = 2 * Overlap;

    /// <summary>How many of the last events are looked at again when the history is read.</summary>
    private const int Overlap = 32;

    /// <summary>Inputs that were seen while they waited; some are never processed, so there is an end to waiting for them.</summary>
    private const int QueuedCapacity = 128;

    private readonly string[] _keys = new string[Capacity];
    private readonly int[] _marks = new int[Capacity];
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

    public string SessionId { get; }

    public string? ThreadId { get; }

    private int Count { get; set; }

    /// <summary>From when on the history has to be read to find what is new; null for its beginning.</summary>
    public DateTimeOffset? ReadFrom
    {
        get
        {
            // Fewer than fit are all that there ever were.
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

    /// <summary>Whether an event with this key was given, in its final state.</summary>
    public bool Contains(string key)
    {
        var mark = MarkOf(key);
        var from = 0;
        while (true)
        {
            var found = _marks.AsSpan(from).IndexOf(mark);
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

    /// <summary>Whether an input with this key was given while it waited in the queue.</summary>
    public bool WasQueued(string key) => _queued.Count > 0 && _queued.Contains(key);

    /// <summary>Whether an event of the stream was not given yet.</summary>
    /// <remarks>One without a name may be a repetition or another event of the same content: it is given rather than lost.</remarks>
    public bool IsNewOnStream(string? key, DateTimeOffset? processedAt) =>
        !EventIdentity.IsName(key) || !(Contains(key) || (processedAt is null && WasQueued(key)));

    public void Add(string key, DateTimeOffset? processedAt)
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

    public SessionPosition ToPosition()
    {
        var recent = new (string, long)[Count];
        for (var i = 0; i < Count; i++)
        {
            var slot = (_next - Count + i + Capacity) % Capacity;
            recent[i] = (_keys[slot], _times[slot]);
        }

        return new SessionPosition(SessionId, ThreadId, recent, [.. _queued]);
    }

    private void AddProcessed(string key, long time)
    {
        _keys[_next] = key;
        _marks[_next] = MarkOf(key);
        _times[_next] = time;
        _next = (_next + 1) % Capacity;
        Count = Math.Min(Count + 1, Capacity);
    }

    // The end of an id is what tells it from others; 64 marks are compared at once.
    private static int MarkOf(string key)
    {
        if (key.Length < 4)
        {
            return key.Length;
        }

        var halves = MemoryMarshal.Cast<char, uint>(key.AsSpan(key.Length - 4));
        return (int)((halves[0] * 31) ^ halves[1]) | int.MinValue;
    }
}
