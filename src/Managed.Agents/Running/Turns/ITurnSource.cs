namespace Managed.Agents;

/// <summary>The source of the events of a turn.</summary>
internal interface ITurnSource : IAsyncDisposable
{
    /// <summary>The result, or null before the end of the turn.</summary>
    TurnResult? Result { get; }

    SessionPosition? Position { get; }

    /// <summary>Returns the next event, or null at the end.</summary>
    ValueTask<SessionEvent?> NextAsync();
}

/// <summary>The events and the result of a turn that a test created.</summary>
internal sealed class GivenTurn(IAsyncEnumerable<SessionEvent> events, TurnResult result, CancellationToken cancellationToken) : ITurnSource
{
    private readonly IAsyncEnumerator<SessionEvent> _events = events.GetAsyncEnumerator(cancellationToken);

    public TurnResult? Result => result;

    public SessionPosition? Position => result.Position;

    public async ValueTask<SessionEvent?> NextAsync() => await _events.MoveNextAsync().ConfigureAwait(false) ? _events.Current : null;

    public ValueTask DisposeAsync() => _events.DisposeAsync();
}
