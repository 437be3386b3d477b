namespace Managed.Agents.Emulator;

/// <summary>When a fault strikes: how often, how probably, and with which dice. The last call says what happens, and sets the fault up.</summary>
/// <typeparam name="TBuilder">The builder itself, for chaining.</typeparam>
/// <remarks>
/// Faults are deterministic: the same seed, the same faults set up in the same order, and the same streams, lists and requests in the same
/// order meet the same fate.
/// </remarks>
public abstract class FaultBuilder<TBuilder>
    where TBuilder : FaultBuilder<TBuilder>
{
    private readonly FaultBook _book;
    private readonly string _target;
    private string? _sessionId;
    private double _rate = 1;
    private int _times = int.MaxValue;
    private int _seed;

    private protected FaultBuilder(FaultBook book, int seed, string target)
    {
        _book = book;
        _target = target;
        _seed = seed;
    }

    /// <summary>Strikes this session only, its threads too. Unless told otherwise a fault strikes every session.</summary>
    /// <param name="sessionId">The session's id.</param>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    public TBuilder ForSession(string sessionId)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(sessionId);
        _sessionId = sessionId;
        return (TBuilder)this;
    }

    /// <summary>
    /// Strikes at most so often, and is over then. Unless told otherwise a fault strikes until it is removed. Of several streams those that
    /// opened first are struck; a stream that ends before its fault leaves it to the next one.
    /// </summary>
    /// <param name="times">How often; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is smaller than 1.</exception>
    public TBuilder Times(int times)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(times, 1);
        _times = times;
        return (TBuilder)this;
    }

    /// <summary>Strikes a single time: <see cref="Times"/> with 1.</summary>
    public TBuilder Once() => Times(1);

    /// <summary>Strikes with this probability each time it could. Unless told otherwise a fault strikes whenever it can.</summary>
    /// <param name="rate">The probability; above 0 and at most 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is not a probability.</exception>
    public TBuilder Rate(double rate)
    {
        if (!(rate > 0 && rate <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(rate), rate, "The rate of a fault is a probability above 0 and at most 1.");
        }

        _rate = rate;
        return (TBuilder)this;
    }

    /// <summary>What the fault's dice are made from. Unless told otherwise it is <see cref="AgentsEmulatorOptions.Seed"/>.</summary>
    /// <param name="seed">Any number.</param>
    public TBuilder Seed(int seed)
    {
        _seed = seed;
        return (TBuilder)this;
    }

    private protected Fault SetUp(string action, Func<FaultTerms, Fault> make) =>
        _book.Add(make(new FaultTerms(_target, action, _sessionId, _rate, _times, _seed)));
}
