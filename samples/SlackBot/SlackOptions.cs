namespace SlackBot;

/// <summary>The credentials of the bot in Slack, and the agent that answers.</summary>
internal sealed record SlackOptions(string SigningSecret, string BotToken, Uri ApiAddress, string AgentId, string EnvironmentId)
{
    public static SlackOptions From(IConfiguration configuration) => new(
        Required(configuration, "SLACK_SIGNING_SECRET"),
        Required(configuration, "SLACK_BOT_TOKEN"),
        new Uri(configuration["SLACK_API"] ?? "https://slack.com/api/"),
        Required(configuration, "AGENT_ID"),
        Required(configuration, "ENVIRONMENT_ID"));

    // Without the secrets.
    public override string ToString() => $"{nameof(SlackOptions)} {{ {ApiAddress}, {AgentId} }}";

    private static string Required(IConfiguration configuration, string name) =>
        configuration[name] ?? throw new InvalidOperationException($"Set {name}.");
}
