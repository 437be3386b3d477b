using System.Net.Http.Headers;

namespace SlackBot;

/// <summary>Posts messages to threads.</summary>
internal sealed class SlackClient(SlackOptions options) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = options.ApiAddress };

    public async Task PostAsync(Conversation conversation, string text, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "chat.postMessage");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", options.BotToken);
        request.Content = JsonContent.Create(new { channel = conversation.Channel, thread_ts = conversation.Thread, text });
        using var response = await _http.SendAsync(request, cancellationToken);

        // When this throws, the webhook is not acknowledged and is delivered again.
        response.EnsureSuccessStatusCode();
    }

    public void Dispose() => _http.Dispose();
}
