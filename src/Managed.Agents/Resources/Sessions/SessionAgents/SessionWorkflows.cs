using System.Text.Json.Serialization;
using static Managed.Agents.UnionVariant;

namespace Managed.Agents;

/// <summary>Whether the agent of a session can run workflows, and which agents it can use.</summary>
[JsonConverter(typeof(UnionConverter<SessionWorkflows>))]
public abstract record SessionWorkflows : ApiObject, IApiUnion<SessionWorkflows>, IUnionMember
{
    private static readonly UnionVariants<SessionWorkflows> Variants = new(
        static raw => new UnknownSessionWorkflows(raw),
        ("enabled", typeof(SessionWorkflowsEnabled)),
        WithoutOwnFields<SessionWorkflowsDisabled>("disabled"));

    private protected SessionWorkflows()
    {
    }

    /// <summary>The type on the wire, for example <c>enabled</c>.</summary>
    [JsonIgnore]
    public string Type => Variants.NameOf(this);

    static UnionVariants<SessionWorkflows> IApiUnion<SessionWorkflows>.Variants => Variants;

    /// <summary>The value used when the API omits the setting.</summary>
    internal static SessionWorkflows Missing { get; } = Variants.Missing;

    internal sealed override string WireType => Type;
}

/// <summary>The agent cannot run workflows.</summary>
public sealed record SessionWorkflowsDisabled : SessionWorkflows;
