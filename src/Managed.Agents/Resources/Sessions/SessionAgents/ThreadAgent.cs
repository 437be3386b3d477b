using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>The agent of a thread: a stored agent, an inline agent or an advisor.</summary>
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

    /// <summary>The type on the wire, for example <c>agent</c>.</summary>
    [JsonIgnore]
    public string Type => Variants.NameOf(this);

    static UnionVariants<ThreadAgent> IApiUnion<ThreadAgent>.Variants => Variants;

    /// <summary>The value used when the API omits the agent.</summary>
    internal static ThreadAgent Missing { get; } = Variants.Missing;

    internal sealed override string WireType => Type;
}
