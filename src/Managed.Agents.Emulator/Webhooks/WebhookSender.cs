using System.Net.Http.Headers;

namespace Managed.Agents.Emulator;

/// <summary>Makes the attempts of a delivery, as the service does.</summary>
internal sealed class WebhookSender : IDisposable
{
    /// <summary>The maximum number of attempts, including the first.</summary>
    public const int MaxAttempts = 3;

    /// <summary>
    /// The number of consecutive failed attempts that disables an endpoint. The emulator's choice: in July, the documentation said about
    /// twenty.
    /// </summary>
    public const int MaxConsecutiveFailures = 20;

    // The emulator's choice: the timeout of the service is not documented. It is in real time, because an attempt uses a real network:
    // a test that advances the clock past the delay before an attempt must not time the attempt out.
    private static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(30);

    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, UseCookies = false });

    /// <summary>The delay before an attempt: 5 to 30 seconds before the second, 30 to 120 seconds before the third.</summary>
    public static TimeSpan DelayBefore(int attempt, double jitter) =>
        attempt == 2 ? TimeSpan.FromSeconds(5 + (jitter * 25)) : TimeSpan.FromSeconds(30 + (jitter * 90));

    /// <returns>The status, or null if no response was received.</returns>
    public async Task<int?> PostAsync(OutgoingWebhook delivery, DateTimeOffset now, CancellationToken stopping)
    {
        using var timeout = new CancellationTokenSource(AttemptTimeout);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, stopping);
        using var request = Request(delivery, WebhookEnvelope.Seconds(now));
        try
        {
            using var response = await _http.SendAsync(request, linked.Token).ConfigureAwait(false);
            return (int)response.StatusCode;
        }
        catch (Exception problem) when (problem is HttpRequestException or IOException || (problem is OperationCanceledException && !stopping.IsCancellationRequested))
        {
            return null;
        }
    }

    public void Dispose() => _http.Dispose();

    private static HttpRequestMessage Request(OutgoingWebhook delivery, string timestamp)
    {
        var signature = WebhookEnvelope.Sign(delivery.Target.SigningKey, delivery.Id, timestamp, delivery.Body);
        if (delivery.AdditionalSigningKey is { } other)
        {
            signature = $"{WebhookEnvelope.Sign(other, delivery.Id, timestamp, delivery.Body)} {signature}";
        }

        var request = new HttpRequestMessage(HttpMethod.Post, delivery.Target.Address) { Content = new ByteArrayContent(delivery.Body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.TryAddWithoutValidation("webhook-id", delivery.Id);
        request.Headers.TryAddWithoutValidation("webhook-timestamp", timestamp);
        request.Headers.TryAddWithoutValidation("webhook-signature", signature);
        request.Headers.TryAddWithoutValidation("User-Agent", "Managed.Agents.Emulator");
        return request;
    }
}
