namespace Managed.Agents;

/// <summary>A turn of a session: its events, from the input to the end, and then its <see cref="Result"/>. Nothing happens before it is enumerated.</summary>
/// <remarks>
/// Leaving the loop early leaves the session alone. Functions that still run are cancelled and given
/// <see cref="ToolOptions.ToolShutdownTimeout"/> to end; what they return in that time is recorded in the store and sent by the next
/// <c>ResumeAsync</c>, and the outcome of the others is unknown.
/// </remarks>
public sealed class SessionTurn : IAsyncEnumerable<SessionEvent>
{
    private readonly Func<CancellationToken, ITurnSource> _open;
    private ITurnSource? _source;
    private TurnResult? _result;

    /// <summary>Makes a turn of given events and a given result, for the tests of code that reads one.</summary>
    /// <param name="events">What the turn gives.</param>
    /// <param name="result">What came of it.</param>
    public SessionTurn(IAsyncEnumerable<SessionEvent> events, TurnResult result)
    {
        ArgumentNullException.ThrowIfNull(events);
        ArgumentNullException.ThrowIfNull(result);
        _open = token => new GivenTurn(events, result, token);
    }

    internal SessionTurn(Func<CancellationToken, ITurnSource> open) => _open = open;

    /// <summary>What came of the turn.</summary>
    /// <exception cref="InvalidOperationException">The turn has not been enumerated to its end.</exception>
    public TurnResult Result => _result ?? throw new InvalidOperationException("The turn has no result yet: enumerate it to its end first.");

    /// <summary>Behind the last event that the consumer is done with: where <c>ResumeAsync</c> can go on after the loop was left early.</summary>
    /// <value>Null before the first event.</value>
    public SessionPosition? Position => _result?.Position ?? _source?.Position;

    /// <summary>The events of the turn.</summary>
    /// <param name="cancellationToken">Cancels the turn, like the token that was passed when it was made; what becomes of the session, <see cref="TurnOptions.OnCancellation"/> says.</param>
    /// <returns>The enumerator.</returns>
    /// <exception cref="InvalidOperationException">The turn has been enumerated before.</exception>
    public async IAsyncEnumerator<SessionEvent> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        if (_source is not null)
        {
            throw new InvalidOperationException("A turn is enumerated once. To go on with an open turn, resume it.");
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
