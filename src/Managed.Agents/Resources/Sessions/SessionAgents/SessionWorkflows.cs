using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>Whether the agent of a session can run workflows, and with which agents.</summary>
[JsonConverter(typeof(UnionConverter<SessionWorkflows>))]
public abstract record SessionWorkflows : ApiObject, IApiUnion<SessionWorkflows>, IUnionMember
{
    private static readonly UnionVariants<SessionWorkflows> Variants = new(
        static raw => new UnknownSessionWorkflows(raw),
        ("enabled", typeof(SessionWorkflowsEnabled)),
        ("disabled", typeof(SessionWorkflowsDisabled)));

    private protected SessionWorkflows()
    {
    }

    /// <summary>The setting's kind on the wire, for example <c>enabled</c>.</summary>
    [JsonIgnore]
    public string Type => Variants.NameOf(this);

    static UnionVariants<SessionWorkflows> IApiUnion<SessionWorkflows>.Variants => Variants;

    /// <summary>Stands in for a setting that the API left out.</summary>
    internal static SessionWorkflows Missing { get; } = Variants.Missing;

    internal sealed override string WireType => Type;
}

/// <summary>The agent cannot run workflows.</summary>
public sealed record SessionWorkflowsDisabled : SessionWorkflows;
