namespace Managed.Agents.Emulator;

/// <summary>Makes the randomness of faults: the same numbers give the same throws, on every machine.</summary>
internal static class Dice
{
    public static Random For(int seed, int fault, int meeting)
    {
        // Neighbouring seeds of Random begin alike, and seeds are neighbours more often than not.
        var mixed = Mix(Mix(Mix((uint)seed) + (uint)fault) + (uint)meeting);
        return new Random((int)(mixed >> 32));
    }

    // The finisher of SplitMix64.
    private static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
