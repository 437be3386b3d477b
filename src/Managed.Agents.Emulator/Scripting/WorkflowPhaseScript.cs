namespace Managed.Agents.Emulator;

/// <summary>A phase of a workflow run.</summary>
public sealed class WorkflowPhaseScript
{
    private readonly List<Delegation> _agents = [];

    internal WorkflowPhaseScript(string name)
    {
        Name = name;
    }

    internal string Name { get; }

    internal IReadOnlyList<Delegation> Agents => _agents;

    /// <summary>Adds an agent, which runs on a separate thread.</summary>
    /// <param name="name">The name of the agent: a predefined agent, or an inline agent of the run.</param>
    /// <param name="prompt">The task.</param>
    /// <param name="work">Writes the script of the agent.</param>
    public WorkflowPhaseScript Agent(string name, string prompt, Action<AgentScript> work)
    {
        var script = new AgentScript();
        work(script);
        _agents.Add(new Delegation(name, prompt, script));
        return this;
    }
}
