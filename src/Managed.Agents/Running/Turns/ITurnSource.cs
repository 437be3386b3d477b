namespace Managed.Agents;

/// <summary>Where the events of a turn come from.</summary>
internal interface ITurnSource : IAsyncDisposable
{
    /// <summary>What came of it; null before its end.</summary>
    TurnResult? Result { get; }

    SessionPosition? Position { get; }

    /// <summary>The next event; null at the end.</summary>
    ValueTask<SessionEvent?> NextAsync();
}

/// <summary>Events and a result that a test gives.</summary>
internal sealed class GivenTurn(IAsyncEnumerable<SessionEvent> events, TurnResult result, CancellationToken cancellationToken) : ITurnSource
{
    private readonly IAsyncEnumerator<SessionEvent> _events = events.GetAsyncEnumerator(cancellationToken);

    public TurnResult? Result => result;

    public SessionPosition? Position => result.Position;

    public async ValueTask<SessionEvent?> NextAsync() => await _events.MoveNextAsync().ConfigureAwait(false) ? _events.Current : null;

    public ValueTask DisposeAsync() => _events.DisposeAsync();
}
