using System.Net;
using System.Net.Http.Headers;

namespace Managed.Agents.Benchmarks.Canned;

/// <summary>Returns the same events from memory for every stream, and an empty page for every list.</summary>
internal sealed class CannedHandler(byte[] bytes) : HttpMessageHandler
{
    private static readonly MediaTypeHeaderValue EventStream = new("text/event-stream");
    private static readonly MediaTypeHeaderValue Json = new("application/json");
    private static readonly byte[] EmptyPage = [.. "{\"data\":[],\"next_page\":null}"u8];

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
        {
            RequestMessage = request,
            Content = request.RequestUri!.AbsolutePath.EndsWith("/events", StringComparison.Ordinal)
                ? new ByteArrayContent(EmptyPage) { Headers = { ContentType = Json } }
                : new StreamContent(new CannedBody(bytes)) { Headers = { ContentType = EventStream } },
        });
}
