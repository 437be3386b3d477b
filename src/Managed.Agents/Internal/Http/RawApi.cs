using System.Text.Json;

namespace Managed.Agents;

/// <summary>Sends requests that the caller composed.</summary>
internal sealed class RawApi(ApiConnection connection, CallOptions options)
{
    public async Task<RawResponse> SendAsync(RawRequest request, CancellationToken cancellationToken)
    {
        var path = ValidatePath(request.Path);
        var query = path.IndexOf('?', StringComparison.Ordinal);
        var body = request.Body.ValueKind == JsonValueKind.Undefined
            ? (ReadOnlyMemory<byte>?)null
            : JsonSerializer.SerializeToUtf8Bytes(request.Body, WireJson.TypeOf<JsonElement>());
        var sent = new ApiRequest(request.Method, query < 0 ? path : path[..query], query < 0 ? "" : path[query..], KindOf(request))
        {
            Betas = request.Betas,
            Body = body,
        };
        ApiHeaders.Check(new CallOptions { Betas = request.Betas });
        var attempt = await connection.SendAsync(sent, options, cancellationToken).ConfigureAwait(false);
        using var response = attempt.Response!;
        return new RawResponse(response, attempt.Body);
    }

    private static CallKind KindOf(RawRequest request) =>
        request.IsIdempotent == false ? CallKind.CreateOrSend
        : request.Method == HttpMethod.Get || request.Method == HttpMethod.Head ? CallKind.Read
        : request.IsIdempotent ?? (request.Method == HttpMethod.Put || request.Method == HttpMethod.Delete) ? CallKind.IdempotentWrite
        : CallKind.CreateOrSend;

    private static string ValidatePath(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var trimmed = path.TrimStart('/');
        var end = trimmed.AsSpan().IndexOfAny('?', '#');
        var segments = (end < 0 ? trimmed : trimmed[..end]).Split('/');
        if (path.Contains("://", StringComparison.Ordinal) && (end < 0 || path.IndexOf("://", StringComparison.Ordinal) < end)
            || path.StartsWith("//", StringComparison.Ordinal)
            || trimmed.AsSpan().IndexOfAny('\\', '#') >= 0
            || trimmed.Any(char.IsControl)
            || segments[0].Contains(':', StringComparison.Ordinal)
            || segments.Any(static segment => segment is "" || segment[0] == ';' || HasDotSegment(segment)))
        {
            throw new ArgumentException(
                $"RawRequest.Path is '{ApiId.ForDisplay(end < 0 ? path : trimmed[..end])}', which is not a valid path below the base address. Use segments like 'v1/agents' with an optional query, without a host, '..', '#', '\\' or empty segments.",
                nameof(path));
        }

        return trimmed;
    }

    // Checks the unescaped segment, because a server or proxy may unescape it.
    private static bool HasDotSegment(string segment) => Uri.UnescapeDataString(segment).Split('/', '\\').Any(static part => part is "." or "..");
}
