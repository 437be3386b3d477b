namespace Managed.Agents.Emulator;

/// <summary>One phase of a workflow run.</summary>
public sealed class WorkflowPhaseScript
{
    private readonly List<Delegation> _agents = [];

    internal WorkflowPhaseScript(string name)
    {
        Name = name;
    }

    internal string Name { get; }

    internal IReadOnlyList<Delegation> Agents => _agents;

    /// <summary>Adds an agent, on a thread of its own.</summary>
    /// <param name="name">The agent's name: one of the predefined ones, or one that the run makes up.</param>
    /// <param name="prompt">What it is asked to do.</param>
    /// <param name="work">What it does.</param>
    public WorkflowPhaseScript Agent(string name, string prompt, Action<AgentScript> work)
    {
        var script = new AgentScript();
        work(script);
        _agents.Add(new Delegation(name, prompt, script));
        return this;
    }
}
