using Microsoft.Extensions.AI;

namespace Managed.Agents;

/// <summary>The functions that answer the calls of an agent, and the options for running them.</summary>
public record ToolOptions
{
    internal static readonly TimeSpan MaxTimeout = TimeSpan.FromMilliseconds(uint.MaxValue - 1);

    /// <summary>The functions that run custom tools, by name. Calls with other names are left to their owner.</summary>
    /// <remarks>
    /// Before a call is approved and run, its input is checked against the schema of the function. If it does not match, the agent gets an error
    /// result that names the argument and what is expected there.
    /// </remarks>
    public IReadOnlyList<AIFunction> Tools { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>The functions that run built-in tools such as <c>bash</c>. Only for sessions in a self-hosted environment; otherwise the service runs them.</summary>
    public IReadOnlyList<AIFunction> BuiltInTools { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>The approver for calls for which the service requests a confirmation, and for functions that are marked with <see cref="ApprovalRequiredAIFunction"/>.</summary>
    /// <value>Default: null. Such calls stay open, so that another client can decide.</value>
    public IToolApprover? Approver { get; init; }

    /// <summary>The timeout of the approver for one call.</summary>
    /// <value>Default: 10 minutes. Must be greater than zero. <see cref="Timeout.InfiniteTimeSpan"/> for no timeout.</value>
    public TimeSpan ApprovalTimeout { get; init => field = CheckLimit(value, nameof(ApprovalTimeout)); } = TimeSpan.FromMinutes(10);

    /// <summary>The decision when the approval timeout expires.</summary>
    /// <value>Default: deny.</value>
    public ToolApprovalDecision ApprovalTimeoutDecision { get; init; } = ToolApprovalDecision.Deny("Nobody decided about the call in time.");

    /// <summary>The store that records started calls and their results, so that no call runs twice.</summary>
    /// <value>Default: a store in the memory of the client, or of the <see cref="ToolExecutor"/>. To protect calls after a crash or across several processes, use a shared persistent store.</value>
    public IToolCallStore? ToolCallStore { get; init; }

    /// <summary>How long a call is treated as running after the last lease renewal. The lease is renewed three times in this period.</summary>
    /// <value>Default: 1 minute. Must be greater than zero, and much longer than the clock difference between processes. <see cref="Timeout.InfiniteTimeSpan"/> for a lease that does not expire.</value>
    public TimeSpan ToolCallLeaseDuration { get; init => field = CheckLimit(value, nameof(ToolCallLeaseDuration)); } = TimeSpan.FromMinutes(1);

    /// <summary>The timeout of each operation of the tool call store. When it expires, the call is not started, and the operation fails with a <see cref="ToolCallStoreException"/>.</summary>
    /// <value>
    /// Default: 30 seconds. Must be greater than zero. <see cref="Timeout.InfiniteTimeSpan"/> for no timeout. A store that blocks its thread
    /// is not interrupted.
    /// </value>
    public TimeSpan ToolCallStoreTimeout { get; init => field = CheckLimit(value, nameof(ToolCallStoreTimeout)); } = TimeSpan.FromSeconds(30);

    /// <summary>The maximum number of functions that run at the same time.</summary>
    /// <value>Default: 8. Must be at least 1.</value>
    public int MaxParallelToolCalls
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = 8;

    /// <summary>The timeout of a function. When it expires, the token of the function is canceled and the agent gets an error result.</summary>
    /// <value>Default: 2 minutes. Must be greater than zero. <see cref="ToolFunctionExtensions.WithTimeout"/> sets it for one function. <see cref="Timeout.InfiniteTimeSpan"/> for no timeout.</value>
    public TimeSpan ToolTimeout { get; init => field = CheckLimit(value, nameof(ToolTimeout)); } = TimeSpan.FromMinutes(2);

    /// <summary>
    /// The time that a running function has to finish after it is canceled, for example because the turn is canceled or its enumeration
    /// stops early. A result that it returns in this time is recorded. Not used when <see cref="ToolTimeout"/> expires.
    /// </summary>
    /// <value>Default: 5 seconds. Must not be negative.</value>
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
    /// A callback that answers a call that was started and whose result was never recorded, for example because its process ended. The call may
    /// or may not have taken effect. It is not called for functions that are marked as idempotent, which are run again.
    /// </summary>
    /// <value>
    /// Default: none, which answers with an error result that says that the outcome is unknown. A callback can look up the effect and return the
    /// actual result, or return null to leave the call unanswered. If it throws, or does not finish within <see cref="ToolTimeout"/>, the
    /// failure is logged and the call is left unanswered.
    /// </value>
    public Func<ToolCall, CancellationToken, ValueTask<ToolResult?>>? OnUnknownOutcome { get; init; }

    /// <summary>A callback that returns the message for the agent when a function throws.</summary>
    /// <value>
    /// Default: none. Without a callback, or if it returns null, the agent is told only that the tool failed. It is not called for a
    /// <see cref="ToolException"/>, whose message is always sent to the agent. If it throws, the exception is logged.
    /// </value>
    public Func<ToolCall, Exception, string?>? DescribeToolError { get; init; }

    /// <summary>
    /// Additional error codes with which the service rejects the content of a result (<see cref="ManagedAgentsServiceException.ErrorCode"/>).
    /// The agent is then told that the result could not be delivered. A result that is rejected for another reason is sent again.
    /// </summary>
    /// <value>Default: empty. The status 413 and the codes that this version knows, such as <c>image_dimensions_too_large</c>, are always included.</value>
    public IReadOnlyList<string> ContentErrorCodes { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>The service provider that functions get as <see cref="AIFunctionArguments.Services"/>.</summary>
    public IServiceProvider? Services { get; init; }

    internal static TimeSpan CheckLimit(TimeSpan limit, string name) =>
        limit == Timeout.InfiniteTimeSpan || (limit > TimeSpan.Zero && limit <= MaxTimeout)
            ? limit
            : throw new ArgumentOutOfRangeException(name, limit, $"{name} must be greater than zero and at most {MaxTimeout}, or Timeout.InfiniteTimeSpan for no timeout.");
}
