using Managed.Agents.Benchmarks.Canned;

namespace Managed.Agents.Benchmarks.Decode;

/// <summary>Decodes with our client, through its public streaming method.</summary>
internal sealed class OurDecoder(byte[] stream) : IDecoder
{
    private readonly ManagedAgentsClient _client = new(new ManagedAgentsOptions { ApiKey = "benchmark" }, new CannedHandler(stream));

    public string Name => "ours";

    public async Task<Tally> DecodeAsync()
    {
        await using var events = await _client.Sessions.Events.StreamAsync("sesn_benchmark");
        return await CountAsync(events);
    }

    public void Dispose() => _client.Dispose();

    public static async Task<Tally> CountAsync(IAsyncEnumerable<SessionEvent> events)
    {
        var tally = default(Tally);
        await foreach (var streamed in events)
        {
            tally.Add(streamed.Id, streamed.Type);
            var content = streamed switch
            {
                AgentMessageEvent message => message.Content,
                UserMessageEvent message => message.Content,
                _ => [],
            };
            foreach (var block in content)
            {
                if (block is TextBlock text)
                    tally.AddText(text.Text);
            }
        }

        return tally;
    }
}
