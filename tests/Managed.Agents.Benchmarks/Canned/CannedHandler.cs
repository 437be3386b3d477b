using System.Net;
using System.Net.Http.Headers;

namespace Managed.Agents.Benchmarks.Canned;

/// <summary>Answers every request with the same event stream from memory.</summary>
internal sealed class CannedHandler(byte[] bytes) : HttpMessageHandler
{
    private static readonly MediaTypeHeaderValue EventStream = new("text/event-stream");

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
        {
            RequestMessage = request,
            Content = new StreamContent(new CannedBody(bytes)) { Headers = { ContentType = EventStream } },
        });
}
