using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>Whether agents may be made on the spot, without being stored first.</summary>
[JsonConverter(typeof(UnionConverter<MultiagentInlineAgents>))]
public abstract record MultiagentInlineAgents : ApiObject, IApiUnion<MultiagentInlineAgents>, IUnionMember
{
    private static readonly UnionVariants<MultiagentInlineAgents> Variants = new(
        static raw => new UnknownMultiagentInlineAgents(raw),
        ("enabled", typeof(MultiagentInlineAgentsEnabled)),
        ("disabled", typeof(MultiagentInlineAgentsDisabled)));

    private protected MultiagentInlineAgents()
    {
    }

    /// <summary>Agents may be made on the spot.</summary>
    public static MultiagentInlineAgents Enabled { get; } = new MultiagentInlineAgentsEnabled();

    /// <summary>Only stored agents may be used.</summary>
    public static MultiagentInlineAgents Disabled { get; } = new MultiagentInlineAgentsDisabled();

    /// <summary>The setting's kind on the wire: <c>enabled</c> or <c>disabled</c>.</summary>
    [JsonIgnore]
    public string Type => Variants.NameOf(this);

    static UnionVariants<MultiagentInlineAgents> IApiUnion<MultiagentInlineAgents>.Variants => Variants;

    internal sealed override string WireType => Type;
}

/// <summary>Agents may be made on the spot.</summary>
public sealed record MultiagentInlineAgentsEnabled : MultiagentInlineAgents;

/// <summary>Only stored agents may be used.</summary>
public sealed record MultiagentInlineAgentsDisabled : MultiagentInlineAgents;
