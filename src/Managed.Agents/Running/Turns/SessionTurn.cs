namespace Managed.Agents;

/// <summary>A turn of a session: the events from the input to the end of the turn, and then the <see cref="Result"/>. The turn starts when it is enumerated.</summary>
/// <remarks>
/// If the loop is left early, the session continues. Functions that are still running are canceled and have
/// <see cref="ToolOptions.ToolShutdownTimeout"/> to finish. Results that they return in that time are recorded in the store and sent by the
/// next <c>ResumeAsync</c>. The outcome of the other functions is unknown.
/// </remarks>
public sealed class SessionTurn : IAsyncEnumerable<SessionEvent>
{
    private readonly Func<CancellationToken, ITurnSource> _open;
    private ITurnSource? _source;
    private TurnResult? _result;

    /// <summary>Initializes a new instance. Intended for tests.</summary>
    /// <param name="events">The events of the turn.</param>
    /// <param name="result">The result of the turn.</param>
    public SessionTurn(IAsyncEnumerable<SessionEvent> events, TurnResult result)
    {
        ArgumentNullException.ThrowIfNull(events);
        ArgumentNullException.ThrowIfNull(result);
        _open = token => new GivenTurn(events, result, token);
    }

    internal SessionTurn(Func<CancellationToken, ITurnSource> open) => _open = open;

    /// <summary>The result of the turn.</summary>
    /// <exception cref="InvalidOperationException">The turn has not been enumerated to its end.</exception>
    public TurnResult Result => _result ?? throw new InvalidOperationException("The turn has no result yet. Enumerate it to its end first.");

    /// <summary>The position after the last event that the consumer has handled. Pass it to <c>ResumeAsync</c> to continue after the loop was left early.</summary>
    /// <value>Null before the turn is enumerated.</value>
    public SessionPosition? Position => _result?.Position ?? _source?.Position;

    /// <summary>Returns the events of the turn.</summary>
    /// <remarks>A cancellation cancels the turn, like the token that was passed when the turn was created. <see cref="TurnOptions.OnCancellation"/> decides what happens to the session.</remarks>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The enumerator.</returns>
    /// <exception cref="InvalidOperationException">The turn was already enumerated.</exception>
    public async IAsyncEnumerator<SessionEvent> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        if (_source is not null)
        {
            throw new InvalidOperationException("The turn was already enumerated. To continue an open turn, resume it.");
        }

        var source = _source = _open(cancellationToken);
        await using (source.ConfigureAwait(false))
        {
            while (await source.NextAsync().ConfigureAwait(false) is { } received)
            {
                yield return received;
            }

            _result = source.Result;
        }
    }
}
