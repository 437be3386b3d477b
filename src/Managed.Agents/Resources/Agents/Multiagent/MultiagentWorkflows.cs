using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>Whether an agent can run workflows, and with which agents.</summary>
[JsonConverter(typeof(UnionConverter<MultiagentWorkflows>))]
public abstract record MultiagentWorkflows : ApiObject, IApiUnion<MultiagentWorkflows>, IUnionMember
{
    private static readonly UnionVariants<MultiagentWorkflows> Variants = new(
        static raw => new UnknownMultiagentWorkflows(raw),
        ("enabled", typeof(MultiagentWorkflowsEnabled)),
        ("disabled", typeof(MultiagentWorkflowsDisabled)));

    private protected MultiagentWorkflows()
    {
    }

    /// <summary>The agent can run workflows; with which agents is the default, or in an update what is stored.</summary>
    public static MultiagentWorkflows Enabled { get; } = new MultiagentWorkflowsEnabled();

    /// <summary>The agent cannot run workflows.</summary>
    public static MultiagentWorkflows Disabled { get; } = new MultiagentWorkflowsDisabled();

    /// <summary>The setting's kind on the wire: <c>enabled</c> or <c>disabled</c>.</summary>
    [JsonIgnore]
    public string Type => Variants.NameOf(this);

    static UnionVariants<MultiagentWorkflows> IApiUnion<MultiagentWorkflows>.Variants => Variants;

    internal sealed override string WireType => Type;
}

/// <summary>The agent can run workflows.</summary>
public sealed record MultiagentWorkflowsEnabled : MultiagentWorkflows
{
    /// <summary>Whether agents may be made on the spot; null in a request means yes, or in an update what is stored.</summary>
    /// <value>Never null in what the API hands out.</value>
    public MultiagentInlineAgents? InlineAgents { get; init; }

    /// <summary>Stored agents that may be used, at most 20: ids, <see cref="AgentReference"/> or <see cref="MultiagentSelf"/>.</summary>
    /// <value>
    /// None by default; at least one when <see cref="InlineAgents"/> is disabled. A list sent in an update replaces the stored one. It
    /// says nothing about subagents.
    /// </value>
    public OptionalList<MultiagentRosterEntry> PredefinedAgents { get; init; }
}

/// <summary>The agent cannot run workflows.</summary>
public sealed record MultiagentWorkflowsDisabled : MultiagentWorkflows;
