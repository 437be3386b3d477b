using System.Text.Json.Serialization;
using static Managed.Agents.UnionVariant;

namespace Managed.Agents;

/// <summary>Whether an agent can run workflows, and with which agents.</summary>
[JsonConverter(typeof(UnionConverter<MultiagentWorkflows>))]
public abstract record MultiagentWorkflows : ApiObject, IApiUnion<MultiagentWorkflows>, IUnionMember
{
    private static readonly UnionVariants<MultiagentWorkflows> Variants = new(
        static raw => new UnknownMultiagentWorkflows(raw),
        ("enabled", typeof(MultiagentWorkflowsEnabled)),
        WithoutOwnFields<MultiagentWorkflowsDisabled>("disabled"));

    private protected MultiagentWorkflows()
    {
    }

    /// <summary>The agent can run workflows. When creating, the other settings are the defaults; when updating, they are unchanged.</summary>
    public static MultiagentWorkflows Enabled { get; } = new MultiagentWorkflowsEnabled();

    /// <summary>The agent cannot run workflows.</summary>
    public static MultiagentWorkflows Disabled { get; } = new MultiagentWorkflowsDisabled();

    /// <summary>The type of the setting on the wire: <c>enabled</c> or <c>disabled</c>.</summary>
    [JsonIgnore]
    public string Type => Variants.NameOf(this);

    static UnionVariants<MultiagentWorkflows> IApiUnion<MultiagentWorkflows>.Variants => Variants;

    internal sealed override string WireType => Type;
}

/// <summary>The agent can run workflows.</summary>
public sealed record MultiagentWorkflowsEnabled : MultiagentWorkflows
{
    /// <summary>Whether agents can be defined inline. When creating, <see langword="null"/> means enabled; when updating, <see langword="null"/> leaves it unchanged.</summary>
    /// <value>Never <see langword="null"/> in a response.</value>
    public MultiagentInlineAgents? InlineAgents { get; init; }

    /// <summary>The stored agents that can be used, at most 20: ids, <see cref="AgentReference"/> or <see cref="MultiagentSelf"/>.</summary>
    /// <value>
    /// Default: none. At least one is required when <see cref="InlineAgents"/> is disabled. A list in an update replaces the stored one.
    /// The list does not apply to subagents.
    /// </value>
    public OptionalList<MultiagentRosterEntry> PredefinedAgents { get; init => field = MultiagentRosterEntry.Check(value); }
}

/// <summary>The agent cannot run workflows.</summary>
public sealed record MultiagentWorkflowsDisabled : MultiagentWorkflows;
