namespace Managed.Agents;

/// <summary>The cancellation tokens of a turn, and the exception for its cancellation.</summary>
internal sealed class TurnTokens : IDisposable
{
    private readonly string _sessionId;
    private readonly TurnCancellation _onCancellation;
    private readonly CancellationToken _caller;
    private readonly CancellationToken _reader;
    private readonly CancellationTokenSource _linked;

    public TurnTokens(string sessionId, TurnCancellation onCancellation, CancellationToken caller, CancellationToken reader)
    {
        _sessionId = sessionId;
        _onCancellation = onCancellation;
        _caller = caller;
        _reader = reader;
        _linked = CancellationTokenSource.CreateLinkedTokenSource(caller, reader);
        Token = _linked.Token;
    }

    public CancellationToken Token { get; }

    /// <summary>Returns the exception for the caller, with the token that the caller knows.</summary>
    /// <param name="problem">Why <see cref="TurnOptions.OnCancellation"/> could not be carried out, or null.</param>
    /// <param name="cause">The exception that the cancellation caused.</param>
    public OperationCanceledException ToException(string? problem, Exception cause)
    {
        var session = $"session '{ApiId.ForDisplay(_sessionId)}'";
        var message = (_onCancellation, problem) switch
        {
            (TurnCancellation.LeaveRunning, _) => $"The turn was canceled. The {session} is still running: call ResumeAsync to continue the turn, or InterruptAsync to stop it.",
            (_, not null) => $"The turn was canceled, and the {session} may still be running because the action {_onCancellation} failed: {problem} Call InterruptAsync to stop it.",
            (TurnCancellation.Interrupt, _) => $"The turn was canceled, and the {session} was interrupted.",
            (TurnCancellation.Archive, _) => $"The turn was canceled, and the {session} was archived.",
            _ => $"The turn was canceled, and the {session} was deleted.",
        };
        return new OperationCanceledException(message, cause, _caller.IsCancellationRequested ? _caller : _reader);
    }

    public void Dispose() => _linked.Dispose();
}
