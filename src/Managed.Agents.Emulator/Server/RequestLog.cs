namespace Managed.Agents.Emulator;

/// <summary>The latest requests, oldest first. An entry is added before the client can read the response.</summary>
internal sealed class RequestLog(int capacity)
{
    private readonly object _gate = new();
    private readonly Queue<EmulatedRequest> _entries = new();

    public void Add(EmulatedRequest entry)
    {
        lock (_gate)
        {
            if (_entries.Count == capacity)
            {
                _entries.Dequeue();
            }

            _entries.Enqueue(entry);
        }
    }

    public IReadOnlyList<EmulatedRequest> Snapshot()
    {
        lock (_gate)
        {
            return [.. _entries];
        }
    }
}
