namespace Managed.Agents.Emulator;

/// <summary>Delays the status of idle sessions after their events.</summary>
internal sealed class StatusDelayFault(FaultTerms terms, TimeSpan delay) : Fault(terms)
{
    /// <summary>Gets how long after its idle event the session reports <c>running</c> to the current request.</summary>
    public static TimeSpan Delay(FaultRegistry registry, SessionState session, DateTimeOffset now)
    {
        var longest = TimeSpan.Zero;
        foreach (var fault in registry.ActiveFor<StatusDelayFault>(session.Id))
        {
            longest = fault.DelayOf(session, now) is var delay && delay > longest ? delay : longest;
        }

        return longest;
    }

    // A session whose status would not change is not an occasion.
    private TimeSpan DelayOf(SessionState session, DateTimeOffset now) =>
        session.Status is SessionStatus.Idle && now - session.IdleSince < delay && TryHit(NextRandom()) ? delay : TimeSpan.Zero;
}
