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

    /// <summary>Creates a toolset in which only some tools are enabled.</summary>
    /// <param name="tools">The names of the enabled tools, for example <c>read</c> and <c>grep</c>.</param>
    /// <returns>The toolset.</returns>
    /// <exception cref="ArgumentException">No tool is named, or a name is not that of a built-in tool.</exception>
    public static AgentToolset Only(params string[] tools) => new()
    {
        DefaultConfig = new() { Enabled = false },
        Configs = Switched(tools, enabled: true),
    };

    /// <summary>Creates a toolset in which all tools but some are enabled.</summary>
    /// <param name="tools">The names of the disabled tools, for example <c>bash</c>.</param>
    /// <returns>The toolset.</returns>
    /// <exception cref="ArgumentException">No tool is named, or a name is not that of a built-in tool.</exception>
    public static AgentToolset Without(params string[] tools) => new() { Configs = Switched(tools, enabled: false) };

    private static AgentToolConfig[] Switched(string[] tools, bool enabled)
    {
        ArgumentNullException.ThrowIfNull(tools);
        if (tools.Length == 0)
        {
            throw new ArgumentException("Name at least one tool, for example \"read\".", nameof(tools));
        }

        return [.. tools.Distinct(StringComparer.Ordinal).Select(name => AgentToolConfig.ForTool(name, enabled, nameof(tools)))];
    }
}

/// <summary>The configuration of every built-in tool that has no configuration of its own.</summary>
public sealed record AgentToolsetDefaultConfig : ApiObject
{
    /// <summary>Whether the agent has the tools. Default: <see langword="true"/>.</summary>
    public bool? Enabled { get; init; }

    /// <summary>The permission policy for calls of the tools. Default: <see cref="PermissionPolicy.AlwaysAllow"/>.</summary>
    public PermissionPolicy? PermissionPolicy { get; init; }
}
