using System.Text.Json.Serialization;
using static Managed.Agents.UnionVariant;

namespace Managed.Agents;

/// <summary>Whether an agent can start subagents, and which ones.</summary>
[JsonConverter(typeof(UnionConverter<MultiagentSubagents>))]
public abstract record MultiagentSubagents : ApiObject, IApiUnion<MultiagentSubagents>, IUnionMember
{
    private static readonly UnionVariants<MultiagentSubagents> Variants = new(
        static raw => new UnknownMultiagentSubagents(raw),
        ("enabled", typeof(MultiagentSubagentsEnabled)),
        WithoutOwnFields<MultiagentSubagentsDisabled>("disabled"));

    private protected MultiagentSubagents()
    {
    }

    /// <summary>The agent can start subagents. When creating, the other settings are the defaults; when updating, they are unchanged.</summary>
    public static MultiagentSubagents Enabled { get; } = new MultiagentSubagentsEnabled();

    /// <summary>The agent cannot start subagents.</summary>
    public static MultiagentSubagents Disabled { get; } = new MultiagentSubagentsDisabled();

    /// <summary>The type of the setting on the wire: <c>enabled</c> or <c>disabled</c>.</summary>
    [JsonIgnore]
    public string Type => Variants.NameOf(this);

    static UnionVariants<MultiagentSubagents> IApiUnion<MultiagentSubagents>.Variants => Variants;

    internal sealed override string WireType => Type;
}

/// <summary>The agent can start subagents.</summary>
public sealed record MultiagentSubagentsEnabled : MultiagentSubagents
{
    /// <summary>Whether agents can be defined inline. When creating, <see langword="null"/> means enabled; when updating, <see langword="null"/> leaves it unchanged.</summary>
    /// <value>Never <see langword="null"/> in a response.</value>
    public MultiagentInlineAgents? InlineAgents { get; init; }

    /// <summary>The stored agents that can be used, at most 20: ids, <see cref="AgentReference"/> or <see cref="MultiagentSelf"/>.</summary>
    /// <value>
    /// Default: none. At least one is required when <see cref="InlineAgents"/> is disabled. A list in an update replaces the stored one.
    /// The list does not apply to workflows.
    /// </value>
    public OptionalList<MultiagentRosterEntry> PredefinedAgents { get; init => field = MultiagentRosterEntry.Check(value); }
}

/// <summary>The agent cannot start subagents.</summary>
public sealed record MultiagentSubagentsDisabled : MultiagentSubagents;
