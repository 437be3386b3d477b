using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>The agents that an agent can put to work. Helpers have none of their own: there is one level.</summary>
[JsonConverter(typeof(UnionConverter<Multiagent>))]
public abstract record Multiagent : ApiObject, IApiUnion<Multiagent>, IUnionMember
{
    private static readonly UnionVariants<Multiagent> Variants = new(
        static raw => new UnknownMultiagent(raw),
        ("coordinator", typeof(MultiagentCoordinator)),
        ("multiagent_20261001", typeof(MultiagentCapabilities)));

    private protected Multiagent()
    {
    }

    /// <summary>The setting's kind on the wire, for example <c>coordinator</c>.</summary>
    [JsonIgnore]
    public string Type => Variants.NameOf(this);

    static UnionVariants<Multiagent> IApiUnion<Multiagent>.Variants => Variants;

    internal sealed override string WireType => Type;
}
