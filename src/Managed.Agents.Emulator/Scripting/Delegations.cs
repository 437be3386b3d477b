namespace Managed.Agents.Emulator;

/// <summary>Tasks that an agent hands out at the same time.</summary>
public sealed class Delegations
{
    private readonly List<Delegation> _all = [];

    internal Delegations()
    {
    }

    internal IReadOnlyList<Delegation> All => _all;

    /// <inheritdoc cref="AgentScript.Delegate"/>
    public Delegations To(string agent, string message, Action<AgentScript> work)
    {
        var script = new AgentScript();
        work(script);
        _all.Add(new Delegation(agent, message, script));
        return this;
    }
}
