using System.Security.Cryptography;
using System.Text.Json;
using System.Threading.Channels;
using Managed.Agents;
using Managed.Agents.Emulator;

namespace PullRequestReviewer;

/// <summary>Runs a demo review with the emulator, a fake GitHub and a fake channel when there is no API key.</summary>
internal sealed class Demo : IAsyncDisposable
{
    private const string Token = "ghp_fake";
    private const string Secret = "hook-secret";

    private readonly AgentsEmulator _emulator;
    private readonly WebApplication _channel;
    private readonly Channel<string> _posts;
    private readonly HttpClient _http = new();
    private readonly string _webhookKey = $"whsec_{Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))}";

    private Demo(AgentsEmulator emulator, WebApplication channel, Channel<string> posts)
    {
        _emulator = emulator;
        _channel = channel;
        _posts = posts;
    }

    public static async Task<Demo?> StartAsync(WebApplicationBuilder builder)
    {
        if (builder.Configuration["ANTHROPIC_API_KEY"] is { Length: > 0 })
        {
            return null;
        }

        var emulator = await AgentsEmulator.StartAsync();
        emulator.OnUserMessage(static text => text.StartsWith("Review pull request 12", StringComparison.Ordinal))
            .UseMcpTool("github", "get_pull_request_diff", result: "- if (count = 0)\n+ if (count == 0)")
            .Reply("Fixes an assignment that should be a comparison; a test for the empty list is missing.");

        var channelBuilder = WebApplication.CreateSlimBuilder();
        channelBuilder.WebHost.UseUrls("http://127.0.0.1:0");
        channelBuilder.Logging.ClearProviders();
        var channel = channelBuilder.Build();
        var posts = Channel.CreateUnbounded<string>();
        channel.MapPost("/channel", (JsonElement post) => posts.Writer.TryWrite(post.GetProperty("text").GetString()!));
        await channel.StartAsync();

        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration["GITHUB_TOKEN"] = Token;
        builder.Configuration["GITHUB_WEBHOOK_SECRET"] = Secret;
        builder.Configuration["CHANNEL_HOOK"] = $"{channel.Urls.First()}/channel";
        return new Demo(emulator, channel, posts);
    }

    public void Configure(ManagedAgentsOptions options)
    {
        options.ApiKey = _emulator.ApiKey;
        options.BaseAddress = _emulator.BaseAddress;
        options.WebhookSigningKey = _webhookKey;
    }

    public async Task RunAsync(Uri reviewer)
    {
        _emulator.Webhooks.AddEndpoint(new Uri(reviewer, "/claude-done"), _webhookKey, "session.status_idled", "vault_credential.refresh_failed");
        var hook = new Uri(reviewer, "/github");
        Console.WriteLine($"A request with a wrong signature: {await SendAsync(hook, "d-0", "opened", secret: "guessed")}");
        Console.WriteLine($"A label is added: {await SendAsync(hook, "d-1", "labeled")}");
        Console.WriteLine($"octo/shop#12 is opened: {await SendAsync(hook, "d-2", "opened")}");
        Console.WriteLine($"GitHub redelivers the event: {await SendAsync(hook, "d-2", "opened")}");
        Console.WriteLine(await _posts.Reader.ReadAsync());

        _emulator.Webhooks.Send("vault_credential.refresh_failed", "vcrd_1", ("vault_id", "vlt_1"));
        Console.WriteLine(await _posts.Reader.ReadAsync());
        await _emulator.Webhooks.WaitForDeliveriesAsync();

        using var client = _emulator.CreateClient();
        var sessions = 0;
        await foreach (var session in client.Sessions.ListAsync())
        {
            sessions++;
            var lines = new List<string>();
            await foreach (var sessionEvent in client.Sessions.Events.ListAsync(session.Id))
            {
                lines.Add(sessionEvent.ToString());
            }

            Console.WriteLine($"The agent used {(lines.Exists(static line => line.Contains("get_pull_request_diff", StringComparison.Ordinal)) ? "the MCP server" : "nothing")}, and {(lines.Exists(static line => line.Contains(Token, StringComparison.Ordinal)) ? "saw" : "never saw")} the token.");
        }

        Console.WriteLine($"{sessions} session, {_emulator.Webhooks.Attempts.Count(static attempt => attempt.IsAcknowledged)} webhooks acknowledged");
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _channel.DisposeAsync();
        await _emulator.DisposeAsync();
    }

    private async Task<int> SendAsync(Uri hook, string delivery, string action, string secret = Secret)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new { action, number = 12, repository = new { full_name = "octo/shop" } });
        using var request = new HttpRequestMessage(HttpMethod.Post, hook) { Content = new ByteArrayContent(body) };
        request.Headers.Add("X-GitHub-Event", "pull_request");
        request.Headers.Add("X-GitHub-Delivery", delivery);
        request.Headers.Add("X-Hub-Signature-256", GitHubWebhook.Sign(secret, body));
        using var response = await _http.SendAsync(request);
        return (int)response.StatusCode;
    }
}
