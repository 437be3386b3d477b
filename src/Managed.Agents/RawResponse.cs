using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Managed.Agents;

/// <summary>An answer of the API as it came: status, headers, request id, body.</summary>
public sealed class RawResponse
{
    /// <summary>Makes one from an HTTP answer whose body was read, for tests of code that takes one.</summary>
    /// <param name="response">The answer; its status and headers are taken.</param>
    /// <param name="body">The bytes of its body.</param>
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

    /// <summary>The headers of the answer, for example <c>anthropic-ratelimit-requests-remaining</c>.</summary>
    public HttpResponseHeaders Headers { get; }

    /// <summary>The headers of the body, for example its content type.</summary>
    public HttpContentHeaders ContentHeaders { get; }

    /// <summary>The id under which the service logged the request (<c>req_…</c>); null when the answer has none.</summary>
    public string? RequestId { get; }

    /// <summary>The bytes of the body; empty for streams and downloads.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>Reads the body as JSON.</summary>
    /// <returns>The JSON value.</returns>
    /// <exception cref="JsonException">The body is no JSON.</exception>
    public JsonElement ReadJson()
    {
        var reader = new Utf8JsonReader(Body.Span);
        return JsonElement.ParseValue(ref reader);
    }

    /// <summary>Status and request id, without the body.</summary>
    /// <returns>One line.</returns>
    public override string ToString() => $"{(int)StatusCode} {RequestId}";
}
