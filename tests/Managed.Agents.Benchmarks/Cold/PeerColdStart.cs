using Anthropic;
using Anthropic.Models.Beta.Sessions.Events;
using Managed.Agents.Benchmarks.Canned;

namespace Managed.Agents.Benchmarks.Cold;

internal static class PeerColdStart
{
    public static async Task<string> FirstTextAsync()
    {
        using var client = new AnthropicClient
        {
            ApiKey = "benchmark",
            HttpClient = new HttpClient(new CannedHandler(ColdStream.Bytes)),
        };
        await foreach (var streamed in client.Beta.Sessions.Events.StreamStreaming("sesn_benchmark"))
        {
            if (streamed.Value is BetaManagedAgentsUserMessageEvent message
                && message.Content[0].TryPickBetaManagedAgentsTextBlock(out var block))
            {
                return block.Text;
            }
        }

        return "";
    }
}
