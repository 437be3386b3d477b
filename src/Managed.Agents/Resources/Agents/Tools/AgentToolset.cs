namespace Managed.Agents;

/// <summary>
/// The built-in tools: <c>bash</c>, <c>read</c>, <c>write</c>, <c>edit</c>, <c>glob</c>, <c>grep</c>, <c>web_fetch</c> and
/// <c>web_search</c>. By default, all are enabled and always allowed.
/// </summary>
public sealed record AgentToolset : AgentTool
{
    /// <summary>The configuration of every tool that is not in <see cref="Configs"/>.</summary>
    /// <value>Default: enabled and always allowed. Never <see langword="null"/> in a response.</value>
    public AgentToolsetDefaultConfig? DefaultConfig { get; init; }

    /// <summary>The configurations of individual tools, which override <see cref="DefaultConfig"/>.</summary>
    public IReadOnlyList<AgentToolConfig> Configs { get; init => field = ReadOnlyCopy.OfList(value); } = [];
}

/// <summary>The configuration of every built-in tool that has no configuration of its own.</summary>
public sealed record AgentToolsetDefaultConfig : ApiObject
{
    /// <summary>Whether the agent has the tools. Default: <see langword="true"/>.</summary>
    public bool? Enabled { get; init; }

    /// <summary>The permission policy for calls of the tools. Default: <see cref="PermissionPolicy.AlwaysAllow"/>.</summary>
    public PermissionPolicy? PermissionPolicy { get; init; }
}
