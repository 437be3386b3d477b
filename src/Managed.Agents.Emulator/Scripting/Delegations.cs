namespace Managed.Agents.Emulator;

/// <summary>Tasks that an agent delegates at the same time.</summary>
public sealed class Delegations
{
    private readonly List<Delegation> _all = [];

    internal Delegations()
    {
    }

    internal IReadOnlyList<Delegation> All => _all;

    /// <summary>Adds a task for an agent of the roster, on a separate thread.</summary>
    /// <param name="agent">The name of the agent. If the agent has reported before, the same thread is used again.</param>
    /// <param name="message">The task.</param>
    /// <param name="work">Writes the script of the agent.</param>
    public Delegations To(string agent, string message, Action<AgentScript> work)
    {
        var script = new AgentScript();
        work(script);
        _all.Add(new Delegation(agent, message, script));
        return this;
    }
}
