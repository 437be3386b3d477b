using System.Security.Cryptography;
using Managed.Agents;
using Managed.Agents.Emulator;

namespace SlackBot;

/// <summary>What stands in for the service and for Slack when there is no key, and the conversation that is played then.</summary>
internal sealed class Stage : IAsyncDisposable
{
    private readonly AgentsEmulator _emulator;
    private readonly StandInSlack _slack;
    private readonly string _webhookKey = $"whsec_{Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))}";

    private Stage(AgentsEmulator emulator, StandInSlack slack)
    {
        _emulator = emulator;
        _slack = slack;
    }

    public static async Task<Stage?> SetAsync(WebApplicationBuilder builder)
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

        var slack = await StandInSlack.StartAsync();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration["SLACK_SIGNING_SECRET"] = StandInSlack.SigningSecret;
        builder.Configuration["SLACK_BOT_TOKEN"] = StandInSlack.BotToken;
        builder.Configuration["SLACK_API"] = slack.ApiAddress.ToString();
        builder.Configuration["AGENT_ID"] = agent.Id;
        builder.Configuration["ENVIRONMENT_ID"] = environment.Id;
        return new Stage(emulator, slack);
    }

    public void Point(ManagedAgentsOptions options)
    {
        options.ApiKey = _emulator.ApiKey;
        options.BaseAddress = _emulator.BaseAddress;
        options.WebhookSigningKey = _webhookKey;
    }

    public async Task PlayAsync(Uri bot)
    {
        _emulator.Webhooks.AddEndpoint(new Uri(bot, "/claude-done"), _webhookKey, "session.status_idled");
        var events = new Uri(bot, "/slack/events");
        Console.WriteLine($"Slack asks whether the address is the bot's: {await _slack.ChallengeAsync(events, "3eZbrw1a")}");
        Console.WriteLine($"Somebody pretends to be Slack: {await _slack.MentionAsync(events, "Ev0", "1.0", "hello", secret: "guessed")}");

        // Slack is impatient: the same event comes twice, and starts one session.
        Console.WriteLine($"U1: @bot what was the last deploy? ({await _slack.MentionAsync(events, "Ev1", "1.1", "what was the last deploy?")})");
        Console.WriteLine($"again: ({await _slack.MentionAsync(events, "Ev1", "1.1", "what was the last deploy?", retry: 1)})");
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
