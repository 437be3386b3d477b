using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>Who works in a thread: a stored agent, an agent made on the spot, or an advisor.</summary>
[JsonConverter(typeof(UnionConverter<ThreadAgent>))]
public abstract record ThreadAgent : ApiObject, IApiUnion<ThreadAgent>, IUnionMember
{
    private static readonly UnionVariants<ThreadAgent> Variants = new(
        static raw => new UnknownThreadAgent(raw),
        ("agent", typeof(SessionAgent)),
        ("inline", typeof(InlineAgent)),
        ("advisor", typeof(ThreadAdvisor)));

    private protected ThreadAgent()
    {
    }

    /// <summary>The agent's kind on the wire, for example <c>agent</c>.</summary>
    [JsonIgnore]
    public string Type => Variants.NameOf(this);

    static UnionVariants<ThreadAgent> IApiUnion<ThreadAgent>.Variants => Variants;

    /// <summary>Stands in for an agent that the API left out.</summary>
    internal static ThreadAgent Missing { get; } = Variants.Missing;

    internal sealed override string WireType => Type;
}
