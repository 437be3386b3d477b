using Managed.Agents.Emulator;

namespace Managed.Agents.Testing;

/// <summary>The clock of tests that do not care what time it is.</summary>
internal sealed class ManualTimeProvider(DateTimeOffset start) : EmulatorClock(start)
{
    public ManualTimeProvider()
        : this(new DateTimeOffset(2026, 11, 21, 9, 0, 0, TimeSpan.Zero))
    {
    }
}
