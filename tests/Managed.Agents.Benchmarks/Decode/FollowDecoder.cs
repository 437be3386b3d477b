using Managed.Agents.Benchmarks.Canned;

namespace Managed.Agents.Benchmarks.Decode;

/// <summary>Decodes with our client, through FollowAsync, which also removes duplicates and keeps a position.</summary>
internal sealed class FollowDecoder(byte[] stream) : IDecoder
{
    private readonly ManagedAgentsClient _client = new(new ManagedAgentsOptions { ApiKey = "benchmark" }, new CannedHandler(stream));

    public string Name => "follow";

    // The history is always empty here, so a wait for it would only add time.
    public Task<Tally> DecodeAsync() =>
        OurDecoder.CountAsync(_client.Sessions.Events.FollowAsync("sesn_benchmark", new SessionFollowOptions { HistoryDelay = TimeSpan.Zero }));

    public void Dispose() => _client.Dispose();
}
