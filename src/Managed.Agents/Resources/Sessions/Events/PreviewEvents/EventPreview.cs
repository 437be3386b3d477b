using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>The type and the id of an event that is being generated.</summary>
[JsonConverter(typeof(UnionConverter<EventPreview>))]
public abstract record EventPreview : ApiObject, IApiUnion<EventPreview>, IUnionMember
{
    private static readonly UnionVariants<EventPreview> Variants = new(
        static raw => new UnknownEventPreview(raw),
        ("agent.message", typeof(AgentMessagePreview)),
        ("agent.thinking", typeof(AgentThinkingPreview)));

    private protected EventPreview()
    {
    }

    /// <summary>The type on the wire, for example <c>agent.message</c>.</summary>
    [JsonIgnore]
    public string Type => Variants.NameOf(this);

    static UnionVariants<EventPreview> IApiUnion<EventPreview>.Variants => Variants;

    /// <summary>The value used when the API omits the preview.</summary>
    internal static EventPreview Missing { get; } = Variants.Missing;

    internal sealed override string WireType => Type;

    /// <summary>The id that the final event will have.</summary>
    public string Id { get; init => field = value ?? ""; } = "";
}

/// <summary>The preview of an <see cref="AgentMessageEvent"/>. Its text follows in deltas.</summary>
public sealed record AgentMessagePreview : EventPreview;

/// <summary>The preview of an <see cref="AgentThinkingEvent"/>. No deltas follow.</summary>
public sealed record AgentThinkingPreview : EventPreview;
