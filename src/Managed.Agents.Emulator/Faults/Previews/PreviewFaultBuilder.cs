namespace Managed.Agents.Emulator;

/// <summary>A fault of the previews of messages. Each message is one meeting, whether or not a stream asked for previews.</summary>
public sealed class PreviewFaultBuilder : FaultBuilder<PreviewFaultBuilder>
{
    private StreamPosition _deltas = StreamPosition.Between(countsEvents: true, 0, 0);

    internal PreviewFaultBuilder(FaultBook book, int seed)
        : base(book, seed, "previews")
    {
    }

    /// <summary>Strikes behind so many deltas of the message. Unless told otherwise there is none.</summary>
    /// <param name="deltas">The number of deltas; 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public PreviewFaultBuilder AfterDeltas(int deltas) => AfterDeltas(deltas, deltas);

    /// <summary>Strikes behind a number of deltas that is drawn anew for each message.</summary>
    /// <param name="atLeast">The smallest number; 0 or more.</param>
    /// <param name="atMost">The biggest number.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative, or the biggest is smaller than the smallest.</exception>
    public PreviewFaultBuilder AfterDeltas(int atLeast, int atMost)
    {
        _deltas = StreamPosition.Between(countsEvents: true, atLeast, atMost);
        return this;
    }

    /// <summary>Sends no more deltas of the message; the message itself comes whole.</summary>
    public Fault Stop() => SetUp("stop", abandons: false);

    /// <summary>
    /// Sends no more deltas of the message, and never the message: it is not in the history either, and its model request ends with
    /// <c>is_error</c>, as when the model fails.
    /// </summary>
    public Fault Abandon() => SetUp("abandon", abandons: true);

    private Fault SetUp(string action, bool abandons)
    {
        var deltas = _deltas;
        return SetUp(action, terms => new PreviewFault(terms, deltas, abandons));
    }
}
