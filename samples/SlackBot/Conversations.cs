using System.Collections.Concurrent;
using Managed.Agents;

namespace SlackBot;

/// <summary>A thread in a channel.</summary>
internal sealed record Conversation(string Channel, string Thread)
{
    /// <summary>Returns the conversation of a session; null when the bot did not start the session.</summary>
    public static Conversation? Of(Session session) =>
        session.Metadata.TryGetValue("channel", out var channel) && session.Metadata.TryGetValue("thread", out var thread) ? new(channel, thread) : null;
}

/// <summary>Finds the session of a thread. The threads are stored in the metadata of the sessions; this class only caches them.</summary>
internal sealed class Conversations(ManagedAgentsClient client, SlackOptions options)
{
    private readonly ConcurrentDictionary<Conversation, string> _sessions = new();

    public async Task SendAsync(Conversation conversation, string text, CancellationToken cancellationToken)
    {
        if (await FindAsync(conversation, cancellationToken) is { } sessionId)
        {
            await client.Sessions.Events.SendAsync(sessionId, text, cancellationToken);
            return;
        }

        var session = await client.Sessions.CreateAsync(
            new()
            {
                Agent = options.AgentId,
                EnvironmentId = options.EnvironmentId,
                Metadata = new Dictionary<string, string> { ["channel"] = conversation.Channel, ["thread"] = conversation.Thread },
                InitialEvents = [new UserMessage(text)],
            },
            cancellationToken);
        _sessions[conversation] = session.Id;
    }

    private async Task<string?> FindAsync(Conversation conversation, CancellationToken cancellationToken)
    {
        if (_sessions.TryGetValue(conversation, out var known))
        {
            return known;
        }

        await foreach (var session in client.Sessions.ListAsync(new() { AgentId = options.AgentId }, cancellationToken))
        {
            if (Conversation.Of(session) is { } other)
            {
                _sessions.TryAdd(other, session.Id);
            }
        }

        return _sessions.GetValueOrDefault(conversation);
    }
}
