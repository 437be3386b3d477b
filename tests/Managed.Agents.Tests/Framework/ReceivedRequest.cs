using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using WireMock;

namespace Managed.Agents.Tests.Framework;

/// <summary>A request as a test server received it.</summary>
internal sealed record ReceivedRequest(string Method, string Target, string Protocol, string Body, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>The value of a header, or null if it was not sent.</summary>
    public string? Header(string name) => Headers.GetValueOrDefault(name);

    public static async Task<ReceivedRequest> ReadAsync(HttpContext context, bool withBody)
    {
        using var reader = new StreamReader(context.Request.Body, leaveOpen: true);
        var body = withBody ? await reader.ReadToEndAsync(context.RequestAborted) : "";
        var headers = context.Request.Headers.ToDictionary(
            static header => header.Key, static header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        return new ReceivedRequest(
            context.Request.Method,
            context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
            context.Request.Protocol,
            body,
            headers);
    }

    /// <summary>The request from a WireMock log, which has decoded the path but not the query.</summary>
    public static ReceivedRequest From(IRequestMessage request) => new(
        request.Method,
        request.Path + request.RawQuery,
        $"HTTP/{request.HttpVersion}",
        request.Body ?? "",
        request.Headers!.ToDictionary(static header => header.Key, static header => string.Join(',', header.Value), StringComparer.OrdinalIgnoreCase));
}
