using Anthropic;
using Anthropic.Models.Beta.Sessions.Events;
using Managed.Agents.Benchmarks.Canned;

namespace Managed.Agents.Benchmarks.Decode;

/// <summary>Decodes with the peer package, through its public streaming method.</summary>
internal sealed class PeerDecoder(byte[] stream) : IDecoder
{
    private readonly AnthropicClient _client = new()
    {
        ApiKey = "benchmark",
        HttpClient = new HttpClient(new CannedHandler(stream)),
    };

    public string Name => "peer";

    public async Task<Tally> DecodeAsync()
    {
        var tally = default(Tally);
        await foreach (var streamed in _client.Beta.Sessions.Events.StreamStreaming("sesn_benchmark"))
        {
            tally.Add(streamed.ID ?? "", streamed.Type.Raw());
            // The union has 44 TryPick methods. Testing the type of its value is the fastest way to read it.
            switch (streamed.Value)
            {
                case BetaManagedAgentsAgentMessageEvent message:
                    foreach (var block in message.Content)
                    {
                        if (block.TryPickBetaManagedAgentsTextBlock(out var text))
                            tally.AddText(text.Text);
                    }

                    break;
                case BetaManagedAgentsUserMessageEvent message:
                    foreach (var block in message.Content)
                    {
                        if (block.TryPickBetaManagedAgentsTextBlock(out var text))
                            tally.AddText(text.Text);
                    }

                    break;
            }
        }

        return tally;
    }

    public void Dispose() => _client.Dispose();
}
