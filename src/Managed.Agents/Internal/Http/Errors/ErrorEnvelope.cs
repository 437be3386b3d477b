using System.Text.Json;

namespace Managed.Agents;

/// <summary>The error object of an error response or of an error frame in a stream.</summary>
internal readonly record struct ErrorEnvelope(ApiErrorType Type, string? Message, string? Code, string? RequestId, JsonElement Details, JsonElement Error)
{
    /// <summary>Reads an error envelope. Returns an empty one if the body is not an error envelope, for example a proxy's page.</summary>
    public static ErrorEnvelope Read(ReadOnlySpan<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body);
            var root = JsonElement.ParseValue(ref reader);
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("error", out var error) || error.ValueKind != JsonValueKind.Object)
            {
                return default;
            }

            var details = error.TryGetProperty("details", out var found) && found.ValueKind == JsonValueKind.Object ? found : default;
            return new ErrorEnvelope(
                new ApiErrorType(Text(error, "type") ?? ""),
                Text(error, "message"),
                details.ValueKind == JsonValueKind.Object ? Text(details, "error_code") : null,
                Text(root, "request_id"),
                details,
                error);
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            // The body is not valid JSON or not valid Unicode.
            return default;
        }
    }

    private static string? Text(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
