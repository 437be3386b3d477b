using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>Whether an agent can start subagents, and with which agents.</summary>
[JsonConverter(typeof(UnionConverter<MultiagentSubagents>))]
public abstract record MultiagentSubagents : ApiObject, IApiUnion<MultiagentSubagents>, IUnionMember
{
    private static readonly UnionVariants<MultiagentSubagents> Variants = new(
        static raw => new UnknownMultiagentSubagents(raw),
        ("enabled", typeof(MultiagentSubagentsEnabled)),
        ("disabled", typeof(MultiagentSubagentsDisabled)));

    private protected MultiagentSubagents()
    {
    }

    /// <summary>The agent can start subagents; with which agents is the default, or in an update what is stored.</summary>
    public static MultiagentSubagents Enabled { get; } = new MultiagentSubagentsEnabled();

    /// <summary>The agent cannot start subagents.</summary>
    public static MultiagentSubagents Disabled { get; } = new MultiagentSubagentsDisabled();

    /// <summary>The setting's kind on the wire: <c>enabled</c> or <c>disabled</c>.</summary>
    [JsonIgnore]
    public string Type => Variants.NameOf(this);

    static UnionVariants<MultiagentSubagents> IApiUnion<MultiagentSubagents>.Variants => Variants;

    internal sealed override string WireType => Type;
}

/// <summary>The agent can start subagents.</summary>
public sealed record MultiagentSubagentsEnabled : MultiagentSubagents
{
    /// <summary>Whether agents may be made on the spot; null in a request means yes, or in an update what is stored.</summary>
    /// <value>Never null in what the API hands out.</value>
    public MultiagentInlineAgents? InlineAgents { get; init; }

    /// <summary>Stored agents that may be used, at most 20: ids, <see cref="AgentReference"/> or <see cref="MultiagentSelf"/>.</summary>
    /// <value>
    /// None by default; at least one when <see cref="InlineAgents"/> is disabled. A list sent in an update replaces the stored one. It
    /// says nothing about workflows.
    /// </value>
    public OptionalList<MultiagentRosterEntry> PredefinedAgents { get; init; }
}

/// <summary>The agent cannot start subagents.</summary>
public sealed record MultiagentSubagentsDisabled : MultiagentSubagents;
