using System.Net.Http.Headers;

namespace Managed.Agents.Webhooks;

/// <summary>A signed delivery, ready to be sent.</summary>
/// <param name="Headers">The three headers.</param>
/// <param name="Body">The body that was signed.</param>
public sealed record SignedWebhook(WebhookHeaders Headers, ReadOnlyMemory<byte> Body)
{
    /// <summary>Creates a request with the delivery.</summary>
    /// <param name="address">The address to send it to.</param>
    /// <returns>A POST request. It can be sent once.</returns>
    public HttpRequestMessage ToRequest(Uri address)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ReadOnlyMemoryContent(Body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        Headers.AddTo(request.Headers);
        return request;
    }
}
