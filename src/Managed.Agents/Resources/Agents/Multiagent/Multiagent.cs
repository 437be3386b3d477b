using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>The agents that an agent can delegate work to. There is only one level: those agents cannot delegate further.</summary>
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

    /// <summary>The type of the setting on the wire, for example <c>coordinator</c>.</summary>
    [JsonIgnore]
    public string Type => Variants.NameOf(this);

    static UnionVariants<Multiagent> IApiUnion<Multiagent>.Variants => Variants;

    internal sealed override string WireType => Type;
}
