using System.Net.Http.Headers;

namespace Managed.Agents.Webhooks;

/// <summary>A delivery as it is sent: headers and body.</summary>
/// <param name="Headers">The three headers.</param>
/// <param name="Body">The body; what was signed.</param>
public sealed record SignedWebhook(WebhookHeaders Headers, ReadOnlyMemory<byte> Body)
{
    /// <summary>A request with the delivery.</summary>
    /// <param name="address">Where it goes.</param>
    /// <returns>A POST, to be sent once.</returns>
    public HttpRequestMessage ToRequest(Uri address)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ReadOnlyMemoryContent(Body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        Headers.AddTo(request.Headers);
        return request;
    }
}
