namespace Managed.Agents.Emulator;

/// <summary>The last requests, oldest first. An entry is there before its answer can be read.</summary>
internal sealed class RequestLog(int capacity)
{
    private readonly Queue<EmulatedRequest> _entries = new();

    public void Add(EmulatedRequest entry)
    {
        lock (_entries)
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
        lock (_entries)
        {
            return [.. _entries];
        }
    }
}
