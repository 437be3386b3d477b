namespace Managed.Agents.AotWebTest;

/// <summary>Records the calls of the handlers.</summary>
internal sealed class HandlerCalls
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
