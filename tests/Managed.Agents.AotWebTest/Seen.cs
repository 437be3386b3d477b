namespace Managed.Agents.AotWebTest;

/// <summary>What the handlers were called with.</summary>
internal sealed class Seen
{
    private readonly List<string> _lines = [];

    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_lines)
            {
                return [.. _lines];
            }
        }
    }

    public Task AddAsync(string line)
    {
        lock (_lines)
        {
            _lines.Add(line);
        }

        return Task.CompletedTask;
    }
}
