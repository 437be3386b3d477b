namespace Managed.Agents;

/// <summary>Options for running a turn: the functions that answer its calls, the approver, and what happens when it is canceled.</summary>
public sealed record TurnOptions : ToolOptions
{
    /// <summary>Options for following the session: the start position of a resumed turn, previews, the reconnect timeout.</summary>
    /// <value>Default: the defaults of <see cref="SessionFollowOptions"/>, starting at the current end of the history.</value>
    public SessionFollowOptions Follow { get; init => field = value ?? new SessionFollowOptions(); } = new();

    /// <summary>Options that keep the input from being sent twice when the response to the send is lost.</summary>
    /// <value>Default: the defaults of <see cref="OnceOptions"/>.</value>
    public OnceOptions Send { get; init => field = value ?? new OnceOptions(); } = new();

    /// <summary>How long sending the answer to a call is retried while the service cannot be reached.</summary>
    /// <value>Default: 5 minutes. Must be greater than zero. <see cref="Timeout.InfiniteTimeSpan"/> to try indefinitely.</value>
    public TimeSpan AnswerTimeout { get; init => field = CheckLimit(value, nameof(AnswerTimeout)); } = TimeSpan.FromMinutes(5);

    /// <summary>A callback that is called when the turn waits for something that may take long: the result of another process, or a session that has its answers but does not continue.</summary>
    /// <value>Default: none. The same is logged at the level Information.</value>
    public Action<TurnNotice>? OnNotice { get; init; }

    /// <summary>A callback that is called when the budget of the session is used up. It returns the new limit, with which the session continues automatically, or null to end the turn.</summary>
    /// <value>Default: none. The turn ends with <see cref="TurnEnding.BudgetReached"/> and can be resumed after the budget is raised.</value>
    public Func<SessionUsage?, CancellationToken, ValueTask<BudgetLimit?>>? OnBudgetReached { get; init; }

    /// <summary>Whether the turn waits at its end until the status of the session is idle too. The session can then be archived or deleted immediately.</summary>
    /// <value>Default: false.</value>
    public bool WaitUntilIdle { get; init; }

    /// <summary>What happens to the session when the turn is canceled. If the loop is left with <c>break</c>, the session always continues.</summary>
    /// <value>Default: <see cref="TurnCancellation.LeaveRunning"/>.</value>
    public TurnCancellation OnCancellation { get; init; }

    /// <summary>The timeout of <see cref="OnCancellation"/>, which limits how long a cancellation takes.</summary>
    /// <value>Default: 10 seconds. Must be greater than zero. <see cref="Timeout.InfiniteTimeSpan"/> for no timeout.</value>
    public TimeSpan CancellationTimeout { get; init => field = CheckLimit(value, nameof(CancellationTimeout)); } = TimeSpan.FromSeconds(10);

    /// <summary>Returns the options of a turn, completed by the defaults of the client.</summary>
    internal static TurnOptions Merge(TurnOptions? options, TurnOptions? defaults) =>
        options is null ? defaults ?? new TurnOptions()
        : defaults is null ? options
        : options with
        {
            Tools = options.Tools.Count > 0 ? options.Tools : defaults.Tools,
            BuiltInTools = options.BuiltInTools.Count > 0 ? options.BuiltInTools : defaults.BuiltInTools,
            Approver = options.Approver ?? defaults.Approver,
            ToolCallStore = options.ToolCallStore ?? defaults.ToolCallStore,
            Services = options.Services ?? defaults.Services,
        };
}
