namespace Managed.Agents;

/// <summary>How a turn is run: which functions answer its calls, who approves, what happens when it is cancelled.</summary>
public sealed record TurnOptions : ToolOptions
{
    /// <summary>How the session is followed: where to begin when a turn is resumed, previews, how long connections may fail.</summary>
    /// <value>Default: the defaults of <see cref="SessionFollowOptions"/>, from now on.</value>
    public SessionFollowOptions Follow { get; init => field = value ?? new SessionFollowOptions(); } = new();

    /// <summary>How the input is kept from coming twice when the answer to its send is lost.</summary>
    /// <value>Default: the defaults of <see cref="OnceOptions"/>.</value>
    public OnceOptions Send { get; init => field = value ?? new OnceOptions(); } = new();

    /// <summary>How long the answer to a call is sent again and again while the service cannot be reached.</summary>
    /// <value>Default: 5 minutes. <see cref="Timeout.InfiniteTimeSpan"/> to try for ever.</value>
    public TimeSpan AnswerTimeout { get; init => field = CheckLimit(value, nameof(AnswerTimeout)); } = TimeSpan.FromMinutes(5);

    /// <summary>Asked when the budget of the session is used up: the new cap, with which the work goes on by itself, or null to end the turn.</summary>
    /// <value>Default: none; the turn ends with <see cref="TurnEnding.BudgetReached"/>, and can be resumed once the budget is raised.</value>
    public Func<SessionUsage?, CancellationToken, ValueTask<BudgetLimit?>>? OnBudgetReached { get; init; }

    /// <summary>Whether the turn waits, at its end, until the session object says that it rests too. Then it can be archived or deleted at once.</summary>
    /// <value>Default: false.</value>
    public bool WaitUntilIdle { get; init; }

    /// <summary>What becomes of the session when the turn's token is cancelled. Leaving the loop by <c>break</c> always leaves the session alone.</summary>
    /// <value>Default: <see cref="TurnCancellation.LeaveRunning"/>.</value>
    public TurnCancellation OnCancellation { get; init; }

    /// <summary>How long that may take, so that a cancellation is over in bounded time.</summary>
    /// <value>Default: 10 seconds. More than zero; <see cref="Timeout.InfiniteTimeSpan"/> for no limit.</value>
    public TimeSpan CancellationTimeout { get; init => field = CheckLimit(value, nameof(CancellationTimeout)); } = TimeSpan.FromSeconds(10);
}
