using System.Net.Http.Headers;

namespace Managed.Agents.Emulator;

/// <summary>Makes one attempt after the other, as the service does.</summary>
internal sealed class WebhookCourier : IDisposable
{
    /// <summary>How often a delivery is tried in all.</summary>
    public const int Attempts = 3;

    /// <summary>After how many failed attempts in a row an endpoint is disabled. A choice: a text of July said about twenty.</summary>
    public const int FailuresInARow = 20;

    // A choice: how long the service waits for an answer is not documented. In real time: an attempt is under way on a real network,
    // and a test that moves its clock over the wait before it must not end it.
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(30);

    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, UseCookies = false });

    /// <summary>The wait before an attempt: from 5 to 120 seconds, longer before the third than before the second.</summary>
    public static TimeSpan WaitBefore(int attempt, double jitter) =>
        attempt == 2 ? TimeSpan.FromSeconds(5 + (jitter * 25)) : TimeSpan.FromSeconds(30 + (jitter * 90));

    /// <returns>The status; null when no answer came.</returns>
    public async Task<int?> PostAsync(WebhookParcel delivery, DateTimeOffset now, CancellationToken stopping)
    {
        using var limit = new CancellationTokenSource(TimeLimit);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stopping);
        using var request = Request(delivery, WebhookBytes.Seconds(now));
        try
        {
            using var response = await _http.SendAsync(request, either.Token).ConfigureAwait(false);
            return (int)response.StatusCode;
        }
        catch (Exception problem) when (problem is HttpRequestException or IOException || (problem is OperationCanceledException && !stopping.IsCancellationRequested))
        {
            return null;
        }
    }

    public void Dispose() => _http.Dispose();

    private static HttpRequestMessage Request(WebhookParcel delivery, string timestamp)
    {
        var signature = WebhookBytes.Sign(delivery.Target.SigningKey, delivery.Id, timestamp, delivery.Body);
        if (delivery.AlsoSignWith is { } other)
        {
            signature = $"{WebhookBytes.Sign(other, delivery.Id, timestamp, delivery.Body)} {signature}";
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
