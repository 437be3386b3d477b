namespace Managed.Agents.Emulator;

/// <summary>Defines a fault that affects message previews. Each message is one occasion, whether or not a stream requested previews.</summary>
public sealed class PreviewFaultBuilder : FaultBuilder<PreviewFaultBuilder>
{
    private StreamPosition _deltas = StreamPosition.Between(countsEvents: true, 0, 0);

    internal PreviewFaultBuilder(FaultRegistry registry, int seed)
        : base(registry, seed, "previews")
    {
    }

    /// <summary>Applies after a number of deltas of the message. Default: 0.</summary>
    /// <param name="deltas">The number of deltas. Must not be negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public PreviewFaultBuilder AfterDeltas(int deltas) => AfterDeltas(deltas, deltas);

    /// <summary>Applies after a random number of deltas. The number is chosen separately for each message.</summary>
    /// <param name="atLeast">The minimum. Must not be negative.</param>
    /// <param name="atMost">The maximum.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative, or the maximum is less than the minimum.</exception>
    public PreviewFaultBuilder AfterDeltas(int atLeast, int atMost)
    {
        _deltas = StreamPosition.Between(countsEvents: true, atLeast, atMost);
        return this;
    }

    /// <summary>Sends no more deltas of the message. The message itself is sent complete.</summary>
    public Fault Stop() => Add("stop", abandons: false);

    /// <summary>
    /// Sends no more deltas of the message and never sends the message itself. The history does not contain the message either, and its
    /// model request ends with <c>is_error</c>, as when the model fails.
    /// </summary>
    public Fault Abandon() => Add("abandon", abandons: true);

    private Fault Add(string action, bool abandons)
    {
        var deltas = _deltas;
        return Add(action, terms => new PreviewFault(terms, deltas, abandons));
    }
}
