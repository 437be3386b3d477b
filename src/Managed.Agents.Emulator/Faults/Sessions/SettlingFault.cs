namespace Managed.Agents.Emulator;

/// <summary>Keeps the status of idle sessions behind their events.</summary>
internal sealed class SettlingFault(FaultTerms terms, TimeSpan delay) : Fault(terms)
{
    /// <summary>For how long after its idle event a session calls itself running, to the request that asks now.</summary>
    public static TimeSpan Delay(FaultBook book, SessionState session, DateTimeOffset now)
    {
        var longest = TimeSpan.Zero;
        foreach (var fault in book.For<SettlingFault>(session.Id))
        {
            longest = fault.DelayOf(session, now) is var delay && delay > longest ? delay : longest;
        }

        return longest;
    }

    // What has nothing to hide is not struck.
    private TimeSpan DelayOf(SessionState session, DateTimeOffset now) =>
        session.Status is SessionStatus.Idle && now - session.IdleSince < delay && Strikes(NextDice()) ? delay : TimeSpan.Zero;
}
