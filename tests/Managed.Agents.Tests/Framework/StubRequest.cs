using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Managed.Agents.Tests.Framework;

/// <summary>A request as the server saw it.</summary>
internal sealed record StubRequest(string Method, string Target, string Protocol, string ConnectionId, string Body, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>The value of a header; null when it was not sent.</summary>
    public string? Header(string name) => Headers.GetValueOrDefault(name);

    public static async Task<StubRequest> ReadAsync(HttpContext context, bool withBody)
    {
        using var reader = new StreamReader(context.Request.Body, leaveOpen: true);
        var body = withBody ? await reader.ReadToEndAsync(context.RequestAborted) : "";
        var headers = context.Request.Headers.ToDictionary(
            static header => header.Key, static header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        return new StubRequest(
            context.Request.Method,
            context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
            context.Request.Protocol,
            context.Connection.Id,
            body,
            headers);
    }
}
