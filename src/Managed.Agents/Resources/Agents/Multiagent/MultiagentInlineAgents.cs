using System.Text.Json.Serialization;
using static Managed.Agents.UnionVariant;

namespace Managed.Agents;

/// <summary>Whether agents can be defined inline, without being stored first.</summary>
[JsonConverter(typeof(UnionConverter<MultiagentInlineAgents>))]
public abstract record MultiagentInlineAgents : ApiObject, IApiUnion<MultiagentInlineAgents>, IUnionMember
{
    private static readonly UnionVariants<MultiagentInlineAgents> Variants = new(
        static raw => new UnknownMultiagentInlineAgents(raw),
        WithoutOwnFields<MultiagentInlineAgentsEnabled>("enabled"),
        WithoutOwnFields<MultiagentInlineAgentsDisabled>("disabled"));

    private protected MultiagentInlineAgents()
    {
    }

    /// <summary>Agents can be defined inline.</summary>
    public static MultiagentInlineAgents Enabled { get; } = new MultiagentInlineAgentsEnabled();

    /// <summary>Only stored agents can be used.</summary>
    public static MultiagentInlineAgents Disabled { get; } = new MultiagentInlineAgentsDisabled();

    /// <summary>The type of the setting on the wire: <c>enabled</c> or <c>disabled</c>.</summary>
    [JsonIgnore]
    public string Type => Variants.NameOf(this);

    static UnionVariants<MultiagentInlineAgents> IApiUnion<MultiagentInlineAgents>.Variants => Variants;

    internal sealed override string WireType => Type;
}

/// <summary>Agents can be defined inline.</summary>
public sealed record MultiagentInlineAgentsEnabled : MultiagentInlineAgents;

/// <summary>Only stored agents can be used.</summary>
public sealed record MultiagentInlineAgentsDisabled : MultiagentInlineAgents;
