namespace Managed.Agents;

/// <summary>Something that a turn waits for. Notices are not events of the session.</summary>
public abstract record TurnNotice
{
    private protected TurnNotice()
    {
    }
}

/// <summary>Another process runs a call. The turn waits for its result.</summary>
/// <param name="Call">The call.</param>
/// <param name="Until">When the lease of the other process expires, unless it is renewed.</param>
public sealed record TurnAwaitsClaim(ToolCall Call, DateTimeOffset Until) : TurnNotice;

/// <summary>The calls are answered, but the session has not continued yet. If it does not continue in time, the turn ends with pending calls.</summary>
/// <param name="CallIds">The ids of the calls that the session still names.</param>
/// <param name="Timeout">How long the turn waits.</param>
public sealed record TurnAwaitsSession(IReadOnlyList<string> CallIds, TimeSpan Timeout) : TurnNotice;
