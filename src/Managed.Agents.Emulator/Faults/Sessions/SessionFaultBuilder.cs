namespace Managed.Agents.Emulator;

/// <summary>A fault of sessions as they are read.</summary>
public sealed class SessionFaultBuilder : FaultBuilder<SessionFaultBuilder>
{
    internal SessionFaultBuilder(FaultBook book, int seed)
        : base(book, seed, "sessions")
    {
    }

    /// <summary>
    /// Lets a session that has become idle call itself running, and refuse to be archived or deleted. Each read, archive or delete of an
    /// idle session is a strike, so that with <see cref="FaultBuilder{TBuilder}.Times"/> it settles after so many of them.
    /// </summary>
    /// <param name="delay">For how long after the idle event, on the emulator's clock; null for as long as the fault strikes.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is not above zero.</exception>
    public Fault SettleLate(TimeSpan? delay = null)
    {
        if (delay is { } time)
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(time, TimeSpan.Zero, nameof(delay));
        }

        return SetUp("settle_late", terms => new SettlingFault(terms, delay ?? TimeSpan.MaxValue));
    }
}
