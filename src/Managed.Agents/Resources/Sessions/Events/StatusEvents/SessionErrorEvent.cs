namespace Managed.Agents;

/// <summary>An error occurred in the session. <see cref="SessionError.RetryStatus"/> indicates whether the session continues.</summary>
public sealed record SessionErrorEvent : SessionEvent
{
    /// <summary>The error.</summary>
    public SessionError Error { get; init => field = value ?? SessionError.Missing; } = SessionError.Missing;

    private protected override string Detail => $"{Error.Type}: {Error.Message}";
}
