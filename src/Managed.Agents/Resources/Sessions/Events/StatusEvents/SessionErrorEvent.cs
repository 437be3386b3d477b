namespace Managed.Agents;

/// <summary>Something went wrong in the session. Whether the session goes on is told by <see cref="SessionError.RetryStatus"/>.</summary>
public sealed record SessionErrorEvent : SessionEvent
{
    /// <summary>What went wrong.</summary>
    public SessionError Error { get; init => field = value ?? SessionError.Missing; } = SessionError.Missing;

    private protected override string Detail => $"{Error.Type}: {Error.Message}";
}
