using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Managed.Agents.Tests.Running.Turns.Start;

/// <summary>An event of a recorded session as JSON, with what the service needs to show it.</summary>
internal sealed class RecordedEvent
{
    private static readonly DateTimeOffset Start = new(2026, 11, 21, 8, 0, 0, TimeSpan.Zero);

    public RecordedEvent(JsonObject content)
    {
        Json = content.ToJsonString();
        Content = JsonElement.Parse(Json);
        ProcessedAt = Text("processed_at") is { } at ? DateTimeOffset.Parse(at, CultureInfo.InvariantCulture) : null;
    }

    public string Json { get; }

    public JsonElement Content { get; }

    public string Id => Text("id")!;

    public string Type => Text("type")!;

    /// <summary>When the session processed the event, or null while it is queued.</summary>
    public DateTimeOffset? ProcessedAt { get; }

    public string? ThreadId => Text("session_thread_id");

    /// <summary>The type of the stop reason of an idle status.</summary>
    public string? StopReason => Content.TryGetProperty("stop_reason", out var reason) ? reason.GetProperty("type").GetString() : null;

    /// <summary>Creates an event. Events are two per second, so that pairs have the same time.</summary>
    public static RecordedEvent Of(int number, string type, string? id, JsonObject fields, bool isQueued = false)
    {
        fields["type"] = type;
        fields["id"] = id ?? "sevt_" + number.ToString("D4", CultureInfo.InvariantCulture);
        fields["processed_at"] = isQueued ? null : Start.AddSeconds(number / 2).ToString("O", CultureInfo.InvariantCulture);
        return new RecordedEvent(fields);
    }

    /// <summary>The event as the session reports it after it has processed a queued one.</summary>
    public RecordedEvent Processed()
    {
        var content = (JsonObject)JsonNode.Parse(Json)!;
        content["processed_at"] = Start.AddHours(1).ToString("O", CultureInfo.InvariantCulture);
        return new RecordedEvent(content);
    }

    public string? Text(string field) =>
        Content.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public SessionEvent Read() => JsonSerializer.Deserialize(Json, (System.Text.Json.Serialization.Metadata.JsonTypeInfo<SessionEvent>)ManagedAgentsJson.Options.GetTypeInfo(typeof(SessionEvent)))!;
}
