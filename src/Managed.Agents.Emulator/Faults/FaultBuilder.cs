namespace Managed.Agents.Emulator;

/// <summary>
/// Sets the conditions of a fault: its session, the maximum number of hits, the probability and the seed. The last call chooses the effect
/// and adds the fault.
/// </summary>
/// <typeparam name="TBuilder">The type of the builder itself, for chaining.</typeparam>
/// <remarks>
/// Faults are deterministic: with the same seed, the same faults added in the same order, and the same streams, lists and requests in the same
/// order, the same faults take effect.
/// </remarks>
public abstract class FaultBuilder<TBuilder>
    where TBuilder : FaultBuilder<TBuilder>
{
    private readonly FaultRegistry _registry;
    private readonly string _target;
    private string? _sessionId;
    private double _rate = 1;
    private int _times = int.MaxValue;
    private int _seed;

    private protected FaultBuilder(FaultRegistry registry, int seed, string target)
    {
        _registry = registry;
        _target = target;
        _seed = seed;
    }

    /// <summary>Limits the fault to one session and its threads. Default: all sessions.</summary>
    /// <param name="sessionId">The id of the session.</param>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    public TBuilder ForSession(string sessionId)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(sessionId);
        _sessionId = sessionId;
        return (TBuilder)this;
    }

    /// <summary>
    /// Limits how often the fault takes effect. Default: until it is removed. If several streams match, the fault applies to those that
    /// opened first. When a stream ends before the fault takes effect, the fault applies to the next stream instead.
    /// </summary>
    /// <param name="times">The maximum number of hits. Must be at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is less than 1.</exception>
    public TBuilder Times(int times)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(times, 1);
        _times = times;
        return (TBuilder)this;
    }

    /// <summary>Limits the fault to one hit: <see cref="Times"/> with 1.</summary>
    public TBuilder Once() => Times(1);

    /// <summary>Sets the probability of a hit on each occasion. Default: 1.</summary>
    /// <param name="rate">The probability. Must be greater than 0 and at most 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is not greater than 0 and at most 1.</exception>
    public TBuilder Rate(double rate)
    {
        if (!(rate > 0 && rate <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(rate), rate, "The rate of a fault is a probability: it must be greater than 0 and at most 1.");
        }

        _rate = rate;
        return (TBuilder)this;
    }

    /// <summary>Sets the seed of the fault's random decisions. Default: <see cref="AgentsEmulatorOptions.Seed"/>.</summary>
    /// <param name="seed">Any number.</param>
    public TBuilder Seed(int seed)
    {
        _seed = seed;
        return (TBuilder)this;
    }

    private protected Fault Add(string action, Func<FaultTerms, Fault> create) =>
        _registry.Add(create(new FaultTerms(_target, action, _sessionId, _rate, _times, _seed)));
}
