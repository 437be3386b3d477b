using System.Threading.Channels;
using Managed.Agents;

namespace SlackBot;

/// <summary>Somebody spoke to the bot.</summary>
internal sealed record Mention(Conversation Conversation, string Text);

/// <summary>Hands mentions to sessions, behind the answer to Slack. Where a mention must survive a crash, a queue of your cloud goes here.</summary>
internal sealed class Mentions(Conversations conversations, ILogger<Mentions> logger) : BackgroundService
{
    private readonly Channel<Mention> _waiting = Channel.CreateBounded<Mention>(1000);

    public ValueTask AddAsync(Mention mention, CancellationToken cancellationToken) => _waiting.Writer.WriteAsync(mention, cancellationToken);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // One after the other, so that a thread has one session however fast people write.
        await foreach (var mention in _waiting.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await conversations.TellAsync(mention.Conversation, mention.Text, stoppingToken);
            }
            catch (ManagedAgentsException problem)
            {
                logger.LogError(problem, "A mention in {Channel} got lost.", mention.Conversation.Channel);
            }
        }
    }
}
