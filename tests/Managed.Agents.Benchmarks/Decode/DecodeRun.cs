using Managed.Agents.Benchmarks.Canned;

namespace Managed.Agents.Benchmarks.Decode;

/// <summary>Measures warm decoding: all decoders in one process, alternating, on the same bytes.</summary>
internal static class DecodeRun
{
    public const int Rounds = 30;

    private const int Events = 20_000;

    public static async Task<int> RunAsync(int rounds)
    {
        var canned = CannedStream.Build(Events);
        Console.WriteLine($"{canned.Events:N0} events, {canned.DataBytesPerEvent:F0} bytes of JSON each, {canned.Bytes.Length:N0} bytes in total; {rounds} rounds, medians of the last {rounds - (rounds / 2)}");

        using var peer = new PeerDecoder(canned.Bytes);
        using var floor = new FloorDecoder(canned.Bytes);
        using var ours = new OurDecoder(canned.Bytes);
        using var follow = new FollowDecoder(canned.Bytes);
        IDecoder[] decoders = [peer, ours, follow, floor];

        var taken = await MeasureAsync(decoders, rounds);
        foreach (var decoder in decoders)
            Console.WriteLine($"  {decoder.Name,-6} {Median.Of(taken[decoder].Select(m => m.Nanoseconds)),8:F0} ns/event (best {taken[decoder].Min(m => m.Nanoseconds):F0}) {Median.Of(taken[decoder].Select(m => m.Bytes)),8:F0} bytes/event");

        return Check(taken[ours], taken[peer], taken[floor])
            & Bound.FollowTimeToStream.Check(Median.OfRatios(taken[follow].Select(m => m.Nanoseconds), taken[ours].Select(m => m.Nanoseconds))) ? 0 : 1;
    }

    private static async Task<Dictionary<IDecoder, List<Measurement>>> MeasureAsync(IDecoder[] decoders, int rounds)
    {
        var expected = await decoders[^1].DecodeAsync();
        var taken = decoders.ToDictionary(decoder => decoder, _ => new List<Measurement>());
        for (var round = 0; round < rounds; round++)
        {
            for (var i = 0; i < decoders.Length; i++)
            {
                var decoder = decoders[(round + i) % decoders.Length];
                var measurement = await Measurement.TakeAsync(decoder, expected);
                // Tiered compilation takes about the first half.
                if (round >= rounds / 2)
                    taken[decoder].Add(measurement);
            }
        }

        return taken;
    }

    private static bool Check(List<Measurement> ours, List<Measurement> peer, List<Measurement> floor) =>
        Bound.DecodeTimeToPeer.Check(Median.OfRatios(ours.Select(m => m.Nanoseconds), peer.Select(m => m.Nanoseconds)))
        & Bound.DecodeBytesToPeer.Check(Median.OfRatios(ours.Select(m => m.Bytes), peer.Select(m => m.Bytes)))
        & Bound.DecodeTimeToFloor.Check(Median.OfRatios(ours.Select(m => m.Nanoseconds), floor.Select(m => m.Nanoseconds)));
}
