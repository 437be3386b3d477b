namespace Managed.Agents;

/// <summary>What the session has used since it was created. It comes right before each <see cref="SessionStatusIdleEvent"/>.</summary>
public sealed record SessionUsageEvent : SessionEvent
{
    /// <summary>The sums since the session was created.</summary>
    public SessionUsage Usage { get; init => field = value ?? SessionUsage.None; } = SessionUsage.None;

    /// <summary>The budget of the session.</summary>
    /// <value>Null without a budget.</value>
    public BudgetLimit? Budget { get; init; }

    private protected override string Detail => Usage.Describe();
}
