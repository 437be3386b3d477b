using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Managed.Agents.Emulator;

/// <summary>Reads a JSON body and validates it against the contract.</summary>
internal static class RequestBody
{
    public const int MaxBytes = 32 * 1024 * 1024;

    public static async Task<JsonObject> ReadAsync(HttpRequest request, ContractOperation operation, CancellationToken cancellationToken)
    {
        var bytes = await ReadBytesAsync(request, cancellationToken).ConfigureAwait(false);
        if (operation.Body is null)
        {
            // Some clients send an empty object where the API expects no body.
            return bytes.Length == 0 || IsEmptyObject(bytes) ? [] : throw ApiError.InvalidRequest($"body: {operation.Method} {operation.Path} has no request body.");
        }

        if (request.ContentType?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) != true)
        {
            throw ApiError.InvalidRequest($"content-type: must be application/json, got \"{request.ContentType}\".");
        }

        try
        {
            using var document = JsonDocument.Parse(bytes);
            CheckKeys(document.RootElement, ContractPath.Body);
            operation.Body.Check(document.RootElement, ContractPath.Body);
            return JsonNode.Parse(bytes)!.AsObject();
        }
        catch (JsonException malformed)
        {
            throw ApiError.InvalidRequest($"body: not valid JSON ({malformed.Message}).");
        }
    }

    private static bool IsEmptyObject(byte[] bytes) => bytes.AsSpan().Trim(" \t\r\n"u8).SequenceEqual("{}"u8);

    private static async Task<byte[]> ReadBytesAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > MaxBytes)
        {
            throw TooLarge();
        }

        using var buffer = new MemoryStream();
        var chunk = new byte[64 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(chunk, cancellationToken).ConfigureAwait(false)) > 0)
        {
            if (buffer.Length + read > MaxBytes)
            {
                throw TooLarge();
            }

            buffer.Write(chunk, 0, read);
        }

        return buffer.ToArray();
    }

    private static ApiError TooLarge() => ApiError.TooLarge($"The body is larger than {MaxBytes} bytes.");

    // JSON libraries disagree on duplicate keys, so they are refused.
    private static void CheckKeys(JsonElement value, ContractPath path)
    {
        if (value.ValueKind is JsonValueKind.Object)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var property in value.EnumerateObject())
            {
                var at = path.Field(property.Name);
                if (!seen.Add(property.Name))
                {
                    throw ApiError.InvalidRequest($"{at}: sent twice.");
                }

                CheckKeys(property.Value, at);
            }
        }
        else if (value.ValueKind is JsonValueKind.Array)
        {
            var index = 0;
            foreach (var item in value.EnumerateArray())
            {
                CheckKeys(item, path.Item(index++));
            }
        }
    }
}
