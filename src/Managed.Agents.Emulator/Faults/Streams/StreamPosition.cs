namespace Managed.Agents.Emulator;

/// <summary>A place in a stream, counted in events or in bytes, and drawn from a range with both ends.</summary>
internal readonly record struct StreamPosition(bool CountsEvents, int AtLeast, int AtMost)
{
    public static StreamPosition Between(bool countsEvents, int atLeast, int atMost)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(atLeast);
        ArgumentOutOfRangeException.ThrowIfLessThan(atMost, atLeast);
        return new StreamPosition(countsEvents, atLeast, atMost);
    }

    public long Draw(Random dice) => dice.NextInt64(AtLeast, AtMost + 1L);
}
