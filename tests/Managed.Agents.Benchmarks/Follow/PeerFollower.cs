using Anthropic;
using Anthropic.Models.Beta.Sessions.Events;

namespace Managed.Agents.Benchmarks.Follow;

/// <summary>Reads the stream of a session with the peer, which does not reconnect.</summary>
internal static class PeerFollower
{
    public static async Task RunAsync(AnthropicClient client, string sessionId, SessionWatch watch, CancellationToken cancellationToken)
    {
        var events = client.Beta.Sessions.Events.StreamStreaming(sessionId, cancellationToken: cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using var reading = events;
        var moving = events.MoveNextAsync();
        watch.Connect();
        while (await moving)
        {
            var streamed = events.Current;
            var message = streamed.Value as BetaManagedAgentsAgentMessageEvent;
            watch.Take(streamed.ID ?? "", message is not null, streamed.Value is BetaManagedAgentsSessionStatusIdleEvent, message?.ProcessedAt);
            moving = events.MoveNextAsync();
        }
    }
}
