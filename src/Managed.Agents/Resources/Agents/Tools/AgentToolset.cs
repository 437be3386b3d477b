namespace Managed.Agents;

/// <summary>
/// The built-in tools: <c>bash</c>, <c>read</c>, <c>write</c>, <c>edit</c>, <c>glob</c>, <c>grep</c>, <c>web_fetch</c> and
/// <c>web_search</c>. All are on and always allowed unless set otherwise.
/// </summary>
public sealed record AgentToolset : AgentTool
{
    /// <summary>What holds for every tool without a setting of its own.</summary>
    /// <value>Null in a request means on and always allowed. Never null in what the API hands out.</value>
    public AgentToolsetDefaultConfig? DefaultConfig { get; init; }

    /// <summary>Settings of single tools, which go before <see cref="DefaultConfig"/>.</summary>
    public IReadOnlyList<AgentToolConfig> Configs { get; init => field = ReadOnlyCopy.OfList(value); } = [];
}

/// <summary>What holds for every built-in tool without a setting of its own.</summary>
public sealed record AgentToolsetDefaultConfig : ApiObject
{
    /// <summary>Whether the agent has the tools; null means true.</summary>
    public bool? Enabled { get; init; }

    /// <summary>Who decides whether a call may run; null means <see cref="PermissionPolicy.AlwaysAllow"/>.</summary>
    public PermissionPolicy? PermissionPolicy { get; init; }
}
