using Managed.Agents.Benchmarks.Canned;

namespace Managed.Agents.Benchmarks.Decode;

/// <summary>Our client, following: the same stream, with every event compared with those that were given before and a position kept.</summary>
internal sealed class FollowDecoder(byte[] stream) : IDecoder
{
    private readonly ManagedAgentsClient _client = new(new ManagedAgentsOptions { ApiKey = "benchmark" }, new CannedHandler(stream));

    public string Name => "follow";

    // The history is empty here, so waiting for it to show what the stream shows would only measure the wait.
    public Task<Tally> DecodeAsync() =>
        OurDecoder.CountAsync(_client.Sessions.Events.FollowAsync("sesn_benchmark", new SessionFollowOptions { HistoryDelay = TimeSpan.Zero }));

    public void Dispose() => _client.Dispose();
}
