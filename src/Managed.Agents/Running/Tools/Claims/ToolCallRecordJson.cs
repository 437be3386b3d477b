using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Managed.Agents;

/// <summary>Reads and writes the JSON of a record.</summary>
internal static class ToolCallRecordJson
{
    private static JsonTypeInfo<SessionContentBlock> Block => (JsonTypeInfo<SessionContentBlock>)ManagedAgentsJson.Options.GetTypeInfo(typeof(SessionContentBlock));

    public static string Write(ToolCallRecord record)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("session_id", record.SessionId);
            writer.WriteString("call_id", record.CallId);
            writer.WriteString("state", NameOf(record.State));
            writer.WriteNumber("revision", record.Revision);
            writer.WriteString("tool_name", record.ToolName);
            writer.WriteString("started_at", record.StartedAt);
            writer.WriteString("lease_until", record.LeaseUntil);
            writer.WriteNumber("starts", record.Starts);
            writer.WriteBoolean("is_outcome_unknown", record.IsOutcomeUnknown);
            if (record.ClaimId is { } claimId)
            {
                writer.WriteString("claim_id", claimId);
            }

            if (record.Result is { } result)
            {
                writer.WriteBoolean("is_error", result.IsError);
                writer.WriteStartArray("content");
                foreach (var block in result.Content)
                {
                    JsonSerializer.Serialize(writer, block, Block);
                }

                writer.WriteEndArray();
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static ToolCallRecord Read(string json)
    {
        try
        {
            var root = JsonElement.Parse(json);
            return new ToolCallRecord
            {
                SessionId = root.GetProperty("session_id").GetString()!,
                CallId = root.GetProperty("call_id").GetString()!,
                State = StateOf(root.GetProperty("state").GetString()),
                Revision = root.GetProperty("revision").GetInt64(),
                ToolName = root.GetProperty("tool_name").GetString()!,
                StartedAt = root.GetProperty("started_at").GetDateTimeOffset(),
                LeaseUntil = root.GetProperty("lease_until").GetDateTimeOffset(),
                Starts = root.GetProperty("starts").GetInt32(),
                IsOutcomeUnknown = root.GetProperty("is_outcome_unknown").GetBoolean(),
                ClaimId = root.TryGetProperty("claim_id", out var claimId) ? claimId.GetString() : null,
                Result = root.TryGetProperty("content", out var content)
                    ? new ToolResult { Content = [.. content.EnumerateArray().Select(static block => block.Deserialize(Block)!)], IsError = root.GetProperty("is_error").GetBoolean() }
                    : null,
            };
        }
        catch (Exception problem) when (problem is KeyNotFoundException or InvalidOperationException or FormatException or JsonException)
        {
            throw new JsonException("Not a valid tool call record.", problem);
        }
    }

    private static string NameOf(ToolCallState state) => state switch
    {
        ToolCallState.Started => "started",
        ToolCallState.Completed => "completed",
        _ => "answered",
    };

    private static ToolCallState StateOf(string? name) => name switch
    {
        "started" => ToolCallState.Started,
        "completed" => ToolCallState.Completed,
        "answered" => ToolCallState.Answered,
        _ => throw new JsonException("The state is not recognized."),
    };
}
