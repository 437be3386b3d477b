namespace Managed.Agents.Emulator;

/// <summary>Creates the random sources of faults. The same numbers give the same sequence on every machine.</summary>
internal static class FaultRandom
{
    public static Random Create(int seed, int fault, int occasion)
    {
        // Random starts similarly for neighbouring seeds, so the numbers are mixed first.
        var mixed = Mix(Mix(Mix((uint)seed) + (uint)fault) + (uint)occasion);
        return new Random((int)(mixed >> 32));
    }

    // The finalizer of SplitMix64.
    private static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
