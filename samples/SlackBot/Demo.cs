using System.Security.Cryptography;
using Managed.Agents;
using Managed.Agents.Emulator;

namespace SlackBot;

/// <summary>Runs a demo conversation with the emulator and a fake Slack when there is no API key.</summary>
internal sealed class Demo : IAsyncDisposable
{
    private readonly AgentsEmulator _emulator;
    private readonly FakeSlack _slack;
    private readonly string _webhookKey = $"whsec_{Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))}";

    private Demo(AgentsEmulator emulator, FakeSlack slack)
    {
        _emulator = emulator;
        _slack = slack;
    }

    public static async Task<Demo?> StartAsync(WebApplicationBuilder builder)
    {
        if (builder.Configuration["ANTHROPIC_API_KEY"] is { Length: > 0 })
        {
            return null;
        }

        var emulator = await AgentsEmulator.StartAsync();
        emulator.OnUserMessage(static text => text.Contains("deploy", StringComparison.Ordinal))
            .UseTool("bash", """{"command": "git log -1"}""", "3f2a1c Fix login")
            .Reply("The last deployment was 3f2a1c, \"Fix login\".");
        emulator.OnUserMessage(static text => text.Contains("who", StringComparison.Ordinal)).Reply("Ada wrote it.");
        using var client = emulator.CreateClient();
        var agent = await client.Agents.CreateAsync(new() { Name = "slack-bot", Model = "claude-sonnet-5-5", Tools = [new AgentToolset()] });
        var environment = await client.Environments.CreateAsync(new() { Name = "slack-bot" });

        var slack = await FakeSlack.StartAsync();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration["SLACK_SIGNING_SECRET"] = FakeSlack.SigningSecret;
        builder.Configuration["SLACK_BOT_TOKEN"] = FakeSlack.BotToken;
        builder.Configuration["SLACK_API"] = slack.ApiAddress.ToString();
        builder.Configuration["AGENT_ID"] = agent.Id;
        builder.Configuration["ENVIRONMENT_ID"] = environment.Id;
        return new Demo(emulator, slack);
    }

    public void Configure(ManagedAgentsOptions options)
    {
        options.ApiKey = _emulator.ApiKey;
        options.BaseAddress = _emulator.BaseAddress;
        options.WebhookSigningKey = _webhookKey;
    }

    public async Task RunAsync(Uri bot)
    {
        _emulator.Webhooks.AddEndpoint(new Uri(bot, "/claude-done"), _webhookKey, "session.status_idled");
        var events = new Uri(bot, "/slack/events");
        Console.WriteLine($"Slack verifies the URL: {await _slack.ChallengeAsync(events, "3eZbrw1a")}");
        Console.WriteLine($"A request with a wrong signature: {await _slack.MentionAsync(events, "Ev0", "1.0", "hello", secret: "guessed")}");

        // Slack sends the same event twice. It starts one session.
        Console.WriteLine($"U1: @bot what was the last deploy? ({await _slack.MentionAsync(events, "Ev1", "1.1", "what was the last deploy?")})");
        Console.WriteLine($"Retry: ({await _slack.MentionAsync(events, "Ev1", "1.1", "what was the last deploy?", retry: 1)})");
        Console.WriteLine(await _slack.NextMessageAsync());

        Console.WriteLine($"U1: @bot who wrote it? ({await _slack.MentionAsync(events, "Ev2", "1.2", "who wrote it?", thread: "1.1")})");
        Console.WriteLine(await _slack.NextMessageAsync());

        await _emulator.Webhooks.WaitForDeliveriesAsync();
        using var client = _emulator.CreateClient();
        var sessions = new List<Session>();
        await foreach (var session in client.Sessions.ListAsync())
        {
            sessions.Add(session);
        }

        Console.WriteLine($"{sessions.Count} session, {_slack.Messages} messages, {_emulator.Webhooks.Attempts.Count(static attempt => attempt.IsAcknowledged)} webhooks acknowledged");
    }

    public async ValueTask DisposeAsync()
    {
        await _slack.DisposeAsync();
        await _emulator.DisposeAsync();
    }
}
