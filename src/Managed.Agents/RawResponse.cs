using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Managed.Agents;

/// <summary>A response of the API as it was received: status, headers, request id, body.</summary>
public sealed class RawResponse
{
    /// <summary>Initializes a new instance from an HTTP response whose body was read. Intended for tests.</summary>
    /// <param name="response">The response. Its status and headers are used.</param>
    /// <param name="body">The bytes of the body.</param>
    public RawResponse(HttpResponseMessage response, ReadOnlyMemory<byte> body)
    {
        ArgumentNullException.ThrowIfNull(response);
        StatusCode = response.StatusCode;
        Headers = response.Headers;
        ContentHeaders = response.Content.Headers;
        Body = body;
        RequestId = ResponseHeaders.RequestId(response);
    }

    /// <summary>The HTTP status.</summary>
    public HttpStatusCode StatusCode { get; }

    /// <summary>The headers of the response, for example <c>anthropic-ratelimit-requests-remaining</c>.</summary>
    public HttpResponseHeaders Headers { get; }

    /// <summary>The headers of the content, for example the content type.</summary>
    public HttpContentHeaders ContentHeaders { get; }

    /// <summary>The id of the request in the logs of the service (<c>req_…</c>), or null if the response has none.</summary>
    public string? RequestId { get; }

    /// <summary>The bytes of the body. Empty for streams and downloads.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>Reads the body as JSON.</summary>
    /// <returns>The JSON value.</returns>
    /// <exception cref="JsonException">The body is not valid JSON.</exception>
    public JsonElement ReadJson()
    {
        var reader = new Utf8JsonReader(Body.Span);
        return JsonElement.ParseValue(ref reader);
    }

    /// <summary>Returns the status and the request id, without the body.</summary>
    /// <returns>One line.</returns>
    public override string ToString() => $"{(int)StatusCode} {RequestId}";
}
