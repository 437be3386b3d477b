using System.Text.Json.Serialization;
using static Managed.Agents.UnionVariant;

namespace Managed.Agents;

/// <summary>How the permission decision for a tool call was made.</summary>
[JsonConverter(typeof(UnionConverter<AgentToolEvaluation>))]
public abstract record AgentToolEvaluation : ApiObject, IApiUnion<AgentToolEvaluation>, IUnionMember
{
    private static readonly UnionVariants<AgentToolEvaluation> Variants = new(
        static raw => new UnknownAgentToolEvaluation(raw),
        ("auto", typeof(AutoEvaluation)),
        WithoutOwnFields<AlwaysAllowEvaluation>("always_allow"),
        WithoutOwnFields<AlwaysAskEvaluation>("always_ask"));

    private protected AgentToolEvaluation()
    {
    }

    /// <summary>The type on the wire, for example <c>always_allow</c>.</summary>
    [JsonIgnore]
    public string Type => Variants.NameOf(this);

    static UnionVariants<AgentToolEvaluation> IApiUnion<AgentToolEvaluation>.Variants => Variants;

    internal sealed override string WireType => Type;
}

/// <summary>The policy allows every call of the tool.</summary>
public sealed record AlwaysAllowEvaluation : AgentToolEvaluation;

/// <summary>The policy asks the client for every call of the tool.</summary>
public sealed record AlwaysAskEvaluation : AgentToolEvaluation;
