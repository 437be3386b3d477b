namespace Managed.Agents;

/// <summary>The usage of the session. Sent directly before each <see cref="SessionStatusIdleEvent"/>, and when a thread pauses at a budget.</summary>
public sealed record SessionUsageEvent : SessionEvent
{
    /// <summary>The cumulative usage since the session was created.</summary>
    public SessionUsage Usage { get; init => field = value ?? SessionUsage.None; } = SessionUsage.None;

    /// <summary>The budget of the session.</summary>
    /// <value><see langword="null"/> when there is no budget.</value>
    public BudgetLimit? Budget { get; init; }

    private protected override string Detail => Usage.Describe();
}
