using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>How it was decided whether a tool call may run.</summary>
[JsonConverter(typeof(UnionConverter<AgentToolEvaluation>))]
public abstract record AgentToolEvaluation : ApiObject, IApiUnion<AgentToolEvaluation>, IUnionMember
{
    private static readonly UnionVariants<AgentToolEvaluation> Variants = new(
        static raw => new UnknownAgentToolEvaluation(raw),
        ("auto", typeof(AutoEvaluation)),
        ("always_allow", typeof(AlwaysAllowEvaluation)),
        ("always_ask", typeof(AlwaysAskEvaluation)));

    private protected AgentToolEvaluation()
    {
    }

    /// <summary>The evaluation's kind on the wire, for example <c>always_allow</c>.</summary>
    [JsonIgnore]
    public string Type => Variants.NameOf(this);

    static UnionVariants<AgentToolEvaluation> IApiUnion<AgentToolEvaluation>.Variants => Variants;

    internal sealed override string WireType => Type;
}

/// <summary>The policy lets every call of the tool run.</summary>
public sealed record AlwaysAllowEvaluation : AgentToolEvaluation;

/// <summary>The policy asks for every call of the tool.</summary>
public sealed record AlwaysAskEvaluation : AgentToolEvaluation;
