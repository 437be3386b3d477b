using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>The kind and the id of an event that is being made.</summary>
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

    /// <summary>The preview's kind on the wire, for example <c>agent.message</c>.</summary>
    [JsonIgnore]
    public string Type => Variants.NameOf(this);

    static UnionVariants<EventPreview> IApiUnion<EventPreview>.Variants => Variants;

    /// <summary>Stands in for a preview that the API left out.</summary>
    internal static EventPreview Missing { get; } = Variants.Missing;

    internal sealed override string WireType => Type;

    /// <summary>The id that the finished event will have.</summary>
    public string Id { get; init => field = value ?? ""; } = "";
}

/// <summary>An <see cref="AgentMessageEvent"/> is being made; its text comes in pieces.</summary>
public sealed record AgentMessagePreview : EventPreview;

/// <summary>An <see cref="AgentThinkingEvent"/> is being made; no pieces follow.</summary>
public sealed record AgentThinkingPreview : EventPreview;
