using Managed.Agents.Emulator;

namespace Managed.Agents.Testing;

/// <summary>An <see cref="EmulatorClock"/> with a default start.</summary>
/// <remarks>
/// The emulator needs it: FakeTimeProvider shows the final time to every timer of an advance, while schedules and leases that span several
/// periods need each timer at its own due time.
/// </remarks>
internal sealed class ManualTimeProvider(DateTimeOffset start) : EmulatorClock(start)
{
    public ManualTimeProvider()
        : this(new DateTimeOffset(2026, 11, 21, 9, 0, 0, TimeSpan.Zero))
    {
    }
}
