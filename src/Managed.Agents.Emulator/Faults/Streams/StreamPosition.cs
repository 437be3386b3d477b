namespace Managed.Agents.Emulator;

/// <summary>A position in a stream in events or bytes, drawn from an inclusive range.</summary>
internal readonly record struct StreamPosition(bool CountsEvents, int AtLeast, int AtMost)
{
    public static StreamPosition Between(bool countsEvents, int atLeast, int atMost)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(atLeast);
        ArgumentOutOfRangeException.ThrowIfLessThan(atMost, atLeast);
        return new StreamPosition(countsEvents, atLeast, atMost);
    }

    public long Draw(Random random) => random.NextInt64(AtLeast, AtMost + 1L);
}
