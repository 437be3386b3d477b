namespace Managed.Agents.Tests.Running.Turns.Start;

/// <summary>One of the two ways to see the events of a session. It shows them in order, each when it is due.</summary>
internal sealed class EventView
{
    private readonly List<DateTimeOffset> _due = [];
    private int _shown;

    /// <summary>The number of events that are shown.</summary>
    public int Count => _shown;

    /// <summary>Adds the next events of the session.</summary>
    public void Add(int count, DateTimeOffset due)
    {
        for (var i = 0; i < count; i++)
        {
            _due.Add(due);
        }
    }

    /// <summary>Shows what is due.</summary>
    public void Advance(DateTimeOffset now)
    {
        while (_shown < _due.Count && _due[_shown] <= now)
        {
            _shown++;
        }
    }
}
