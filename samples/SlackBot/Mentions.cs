using System.Threading.Channels;
using Managed.Agents;

namespace SlackBot;

/// <summary>A message that mentions the bot.</summary>
internal sealed record Mention(Conversation Conversation, string Text);

/// <summary>Sends mentions to sessions after Slack got its response. To survive a crash, use a queue of your cloud instead.</summary>
internal sealed class Mentions(Conversations conversations, ILogger<Mentions> logger) : BackgroundService
{
    private readonly Channel<Mention> _mentions = Channel.CreateBounded<Mention>(1000);

    public ValueTask AddAsync(Mention mention, CancellationToken cancellationToken) => _mentions.Writer.WriteAsync(mention, cancellationToken);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Sequential, so that two quick mentions in a thread do not start two sessions.
        await foreach (var mention in _mentions.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await conversations.SendAsync(mention.Conversation, mention.Text, stoppingToken);
            }
            catch (ManagedAgentsException exception)
            {
                logger.LogError(exception, "A mention in {Channel} could not be sent to its session.", mention.Conversation.Channel);
            }
        }
    }
}
