using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>A tool of an agent: the built-in tools, the tools of an MCP server, or a custom tool that your program runs.</summary>
[JsonConverter(typeof(UnionConverter<AgentTool>))]
public abstract record AgentTool : ApiObject, IApiUnion<AgentTool>, IUnionMember
{
    private static readonly UnionVariants<AgentTool> Variants = new(
        static raw => new UnknownAgentTool(raw),
        ("agent_toolset_20260401", typeof(AgentToolset)),
        ("mcp_toolset", typeof(McpToolset)),
        ("custom", typeof(CustomTool)));

    private protected AgentTool()
    {
    }

    /// <summary>The type of the tool on the wire, for example <c>mcp_toolset</c>.</summary>
    [JsonIgnore]
    public string Type => Variants.NameOf(this);

    static UnionVariants<AgentTool> IApiUnion<AgentTool>.Variants => Variants;

    internal sealed override string WireType => Type;
}
