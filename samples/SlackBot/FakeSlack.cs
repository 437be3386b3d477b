using System.Globalization;
using System.Text.Json;
using System.Threading.Channels;

namespace SlackBot;

/// <summary>The part of Slack that the bot uses: it sends signed events and receives <c>chat.postMessage</c> requests.</summary>
internal sealed class FakeSlack : IAsyncDisposable
{
    public const string SigningSecret = "8f742231b10e8888abcd99yyyzzz85a5";
    public const string BotToken = "xoxb-fake";

    private readonly WebApplication _app;
    private readonly HttpClient _http = new();
    private readonly Channel<string> _messages = Channel.CreateUnbounded<string>();
    private int _count;

    private FakeSlack(WebApplication app) => _app = app;

    public Uri ApiAddress => new(new Uri(_app.Urls.First()), "/api/");

    public int Messages => _count;

    public static async Task<FakeSlack> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var slack = new FakeSlack(app);
        app.MapPost("/api/chat.postMessage", slack.PostAsync);
        await app.StartAsync();
        return slack;
    }

    public async Task<string> ChallengeAsync(Uri events, string challenge) =>
        await (await SendAsync(events, new { type = "url_verification", challenge }, SigningSecret, retry: 0)).Content.ReadAsStringAsync();

    public async Task<int> MentionAsync(Uri events, string eventId, string moment, string text, string? thread = null, int retry = 0, string secret = SigningSecret)
    {
        object mention = thread is null
            ? new { type = "app_mention", user = "U1", channel = "C1", ts = moment, text }
            : new { type = "app_mention", user = "U1", channel = "C1", ts = moment, thread_ts = thread, text };
        using var response = await SendAsync(events, new { type = "event_callback", event_id = eventId, @event = mention }, secret, retry);
        return (int)response.StatusCode;
    }

    public ValueTask<string> NextMessageAsync() => _messages.Reader.ReadAsync();

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
    }

    private async Task<HttpResponseMessage> SendAsync(Uri events, object content, string secret, int retry)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(content);
        var timestamp = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, events) { Content = new ByteArrayContent(body) };
        request.Headers.Add("X-Slack-Request-Timestamp", timestamp);
        request.Headers.Add("X-Slack-Signature", SlackSignature.Sign(secret, timestamp, body));
        if (retry > 0)
        {
            request.Headers.Add("X-Slack-Retry-Num", retry.ToString(CultureInfo.InvariantCulture));
        }

        return await _http.SendAsync(request);
    }

    private async Task<IResult> PostAsync(HttpRequest request, JsonElement message)
    {
        if (request.Headers.Authorization != $"Bearer {BotToken}")
        {
            return Results.Unauthorized();
        }

        Interlocked.Increment(ref _count);
        await _messages.Writer.WriteAsync($"bot in {message.GetProperty("channel")}, thread {message.GetProperty("thread_ts")}: {message.GetProperty("text")}");
        return Results.Ok(new { ok = true });
    }
}
