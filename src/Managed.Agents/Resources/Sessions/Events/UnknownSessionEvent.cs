using System.Text.Json;
using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>An event of a kind that this version does not know, kept as it was received.</summary>
[JsonConverter(typeof(UnknownVariantConverter<SessionEvent, UnknownSessionEvent>))]
public sealed record UnknownSessionEvent : SessionEvent, IUnknownVariant
{
    private readonly UnknownVariant _raw;

    /// <summary>Makes an unknown event from JSON, for example in a test.</summary>
    /// <param name="json">A JSON object with a <c>type</c>.</param>
    public UnknownSessionEvent(JsonElement json)
        : this(new UnknownVariant(json))
    {
    }

    internal UnknownSessionEvent(UnknownVariant raw)
    {
        _raw = raw;
        Id = raw.Text("id") ?? "";
        ProcessedAt = raw.Time("processed_at");
        SessionThreadId = raw.Text("session_thread_id");
    }

    /// <summary>The event as it was received.</summary>
    [JsonIgnore]
    public JsonElement Json => _raw.Json;

    /// <summary>Why an event of a known kind could not be read; null when the kind itself is unknown.</summary>
    [JsonIgnore]
    public string? Problem => _raw.Problem;

    UnknownVariant IUnknownVariant.Raw => _raw;

    private protected override string Detail => _raw.Json.GetRawText();
}
