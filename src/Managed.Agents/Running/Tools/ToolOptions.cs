using Microsoft.Extensions.AI;

namespace Managed.Agents;

/// <summary>The functions that answer an agent's calls, and how they are run.</summary>
public record ToolOptions
{
    internal static readonly TimeSpan MaxTimeout = TimeSpan.FromMilliseconds(uint.MaxValue - 1);

    /// <summary>The functions that run custom tools, found by name. Calls of names that are not among them are left to their owner.</summary>
    public IReadOnlyList<AIFunction> Tools { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>The functions that run built-in tools such as <c>bash</c>: only for a session in a self-hosted environment. Elsewhere the service runs them.</summary>
    public IReadOnlyList<AIFunction> BuiltInTools { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>Decides about calls for which the service asks, and about functions that are marked with <see cref="ApprovalRequiredAIFunction"/>.</summary>
    /// <value>Null, with which such calls stay open, for somebody else to decide.</value>
    public IToolApprover? Approver { get; init; }

    /// <summary>How long the approver may take for one call.</summary>
    /// <value>Default: 10 minutes. More than zero; <see cref="Timeout.InfiniteTimeSpan"/> for no limit.</value>
    public TimeSpan ApprovalTimeout { get; init => field = CheckLimit(value, nameof(ApprovalTimeout)); } = TimeSpan.FromMinutes(10);

    /// <summary>What counts as decided when the approver takes longer than that.</summary>
    /// <value>Default: deny.</value>
    public ToolApprovalDecision ApprovalTimeoutDecision { get; init; } = ToolApprovalDecision.Deny("Nobody decided about the call in time.");

    /// <summary>Remembers which calls were started and what came out, so that none is run twice.</summary>
    /// <value>Default: the memory of the client whose turns they are (of a <see cref="ToolExecutor"/> by itself: its own). What must hold after a crash, or among several processes, needs a store that they share.</value>
    public IToolCallStore? ToolCallStore { get; init; }

    /// <summary>How long a started call counts as running without a sign of life from the process that runs it. The sign is given three times as often.</summary>
    /// <value>Default: 1 minute. Between processes it must be well above the difference of their clocks.</value>
    public TimeSpan ToolCallLeaseDuration { get; init => field = CheckLimit(value, nameof(ToolCallLeaseDuration)); } = TimeSpan.FromMinutes(1);

    /// <summary>How many functions run at the same time.</summary>
    /// <value>Default: 8. At least 1.</value>
    public int MaxParallelToolCalls
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = 8;

    /// <summary>How long a function may run; then its token is cancelled and the agent is told.</summary>
    /// <value>Default: 2 minutes. <see cref="ToolFunctionExtensions.WithTimeout"/> sets it for one function. <see cref="Timeout.InfiniteTimeSpan"/> for no limit.</value>
    public TimeSpan ToolTimeout { get; init => field = CheckLimit(value, nameof(ToolTimeout)); } = TimeSpan.FromMinutes(2);

    /// <summary>How long functions that run when a turn is left may take to end after their token is cancelled. What they return in that time is recorded.</summary>
    /// <value>Default: 5 seconds. Zero or more.</value>
    public TimeSpan ToolShutdownTimeout
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, MaxTimeout);
            field = value;
        }
    } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Answers a call that was started and whose result was never recorded, because its process ended or its record was lost: the effect
    /// may have happened or not. Not asked about functions that are marked idempotent, which are run again.
    /// </summary>
    /// <value>
    /// Default: an error result that says so. One of your own may look the effect up and give the true result, or null to leave the call
    /// open.
    /// </value>
    public Func<ToolCall, CancellationToken, ValueTask<ToolResult?>>? OnUnknownOutcome { get; init; }

    /// <summary>What the agent is told about an exception of a function.</summary>
    /// <value>
    /// Default, and where it returns null: that the tool failed, and nothing else; the message of a <see cref="ToolException"/> is told
    /// without asking.
    /// </value>
    public Func<ToolCall, Exception, string?>? DescribeToolError { get; init; }

    /// <summary>What functions get as <see cref="AIFunctionArguments.Services"/>.</summary>
    public IServiceProvider? Services { get; init; }

    internal static TimeSpan CheckLimit(TimeSpan limit, string name) =>
        limit == Timeout.InfiniteTimeSpan || (limit > TimeSpan.Zero && limit <= MaxTimeout)
            ? limit
            : throw new ArgumentOutOfRangeException(name, limit, $"{name} is a time of more than zero and at most {MaxTimeout}, or Timeout.InfiniteTimeSpan for none.");
}
