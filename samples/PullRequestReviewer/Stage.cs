using System.Security.Cryptography;
using System.Text.Json;
using System.Threading.Channels;
using Managed.Agents;
using Managed.Agents.Emulator;

namespace PullRequestReviewer;

/// <summary>What stands in for the service, for GitHub and for the channel when there is no key, and the review that is played then.</summary>
internal sealed class Stage : IAsyncDisposable
{
    private const string Token = "ghp_stand_in";
    private const string Secret = "hook-secret";

    private readonly AgentsEmulator _emulator;
    private readonly WebApplication _channel;
    private readonly Channel<string> _posts;
    private readonly HttpClient _http = new();
    private readonly string _webhookKey = $"whsec_{Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))}";

    private Stage(AgentsEmulator emulator, WebApplication channel, Channel<string> posts)
    {
        _emulator = emulator;
        _channel = channel;
        _posts = posts;
    }

    public static async Task<Stage?> SetAsync(WebApplicationBuilder builder)
    {
        if (builder.Configuration["ANTHROPIC_API_KEY"] is { Length: > 0 })
        {
            return null;
        }

        var emulator = await AgentsEmulator.StartAsync();
        emulator.OnUserMessage(static text => text.StartsWith("Review pull request 12", StringComparison.Ordinal))
            .UseMcpTool("github", "get_pull_request_diff", result: "- if (count = 0)\n+ if (count == 0)")
            .Reply("Mends a comparison that was an assignment; a test for the empty list is missing.");

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
        return new Stage(emulator, channel, posts);
    }

    public void Point(ManagedAgentsOptions options)
    {
        options.ApiKey = _emulator.ApiKey;
        options.BaseAddress = _emulator.BaseAddress;
        options.WebhookSigningKey = _webhookKey;
    }

    public async Task PlayAsync(Uri reviewer)
    {
        _emulator.Webhooks.AddEndpoint(new Uri(reviewer, "/claude-done"), _webhookKey, "session.status_idled", "vault_credential.refresh_failed");
        var hook = new Uri(reviewer, "/github");
        Console.WriteLine($"Somebody pretends to be GitHub: {await HookAsync(hook, "d-0", "opened", secret: "guessed")}");
        Console.WriteLine($"A label is added: {await HookAsync(hook, "d-1", "labeled")}");
        Console.WriteLine($"octo/shop#12 is opened: {await HookAsync(hook, "d-2", "opened")}");
        Console.WriteLine($"GitHub delivers that again: {await HookAsync(hook, "d-2", "opened")}");
        Console.WriteLine(await _posts.Reader.ReadAsync());

        _emulator.Webhooks.Send("vault_credential.refresh_failed", "vcrd_1", ("vault_id", "vlt_1"));
        Console.WriteLine(await _posts.Reader.ReadAsync());
        await _emulator.Webhooks.WaitForDeliveriesAsync();

        using var client = _emulator.CreateClient();
        var sessions = 0;
        await foreach (var session in client.Sessions.ListAsync())
        {
            sessions++;
            var told = new List<string>();
            await foreach (var happened in client.Sessions.Events.ListAsync(session.Id))
            {
                told.Add(happened.ToString());
            }

            Console.WriteLine($"The agent used {(told.Exists(static line => line.Contains("get_pull_request_diff", StringComparison.Ordinal)) ? "the MCP server" : "nothing")}, and {(told.Exists(static line => line.Contains(Token, StringComparison.Ordinal)) ? "saw" : "never saw")} the token.");
        }

        Console.WriteLine($"{sessions} session, {_emulator.Webhooks.Attempts.Count(static attempt => attempt.IsAcknowledged)} webhooks acknowledged");
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _channel.DisposeAsync();
        await _emulator.DisposeAsync();
    }

    private async Task<int> HookAsync(Uri hook, string delivery, string action, string secret = Secret)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new { action, number = 12, repository = new { full_name = "octo/shop" } });
        using var request = new HttpRequestMessage(HttpMethod.Post, hook) { Content = new ByteArrayContent(body) };
        request.Headers.Add("X-GitHub-Event", "pull_request");
        request.Headers.Add("X-GitHub-Delivery", delivery);
        request.Headers.Add("X-Hub-Signature-256", GitHubHook.Sign(secret, body));
        using var response = await _http.SendAsync(request);
        return (int)response.StatusCode;
    }
}
