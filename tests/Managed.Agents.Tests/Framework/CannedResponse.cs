using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using WireMock.ResponseBuilders;

namespace Managed.Agents.Tests.Framework;

/// <summary>A complete response that does not depend on its request. Both <see cref="MockServer"/> and <see cref="KestrelServer"/> can send it.</summary>
internal sealed record CannedResponse(int Status, string? ContentType, byte[]? Body, params (string Name, string Value)[] Headers)
{
    [return: NotNullIfNotNull(nameof(response))]
    public static implicit operator ResponseWriter?(CannedResponse? response) => response is null ? null : response.WriteAsync;

    public async Task WriteAsync(HttpContext context)
    {
        context.Response.StatusCode = Status;
        foreach (var (name, value) in Headers)
        {
            context.Response.Headers[name] = value;
        }

        if (Body is not null)
        {
            context.Response.ContentType = ContentType;
            await context.Response.Body.WriteAsync(Body, context.RequestAborted);
        }
    }

    public IResponseBuilder ToWireMock()
    {
        var response = Response.Create().WithStatusCode(Status);
        foreach (var (name, value) in Headers)
        {
            response = response.WithHeader(name, value);
        }

        if (ContentType is not null)
        {
            response = response.WithHeader("Content-Type", ContentType);
        }

        return Body is null ? response : response.WithBody(Body);
    }
}
