namespace Managed.Agents.Emulator;

/// <summary>Defines a fault that affects how sessions are read.</summary>
public sealed class SessionFaultBuilder : FaultBuilder<SessionFaultBuilder>
{
    internal SessionFaultBuilder(FaultRegistry registry, int seed)
        : base(registry, seed, "sessions")
    {
    }

    /// <summary>
    /// Delays the idle status: an idle session reports <c>running</c> and refuses to be archived or deleted. Each read, archive or delete of
    /// an idle session is one hit. Use <see cref="FaultBuilder{TBuilder}.Times"/> to end the delay after a number of them.
    /// </summary>
    /// <param name="delay">The delay after the idle event, on the emulator's clock. Must be greater than zero. Default: null, as long as the fault is active.</param>
    /// <exception cref="ArgumentOutOfRangeException">The delay is zero or negative.</exception>
    public Fault DelayStatus(TimeSpan? delay = null)
    {
        if (delay is { } time)
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(time, TimeSpan.Zero, nameof(delay));
        }

        return Add("delay_status", terms => new StatusDelayFault(terms, delay ?? TimeSpan.MaxValue));
    }
}
