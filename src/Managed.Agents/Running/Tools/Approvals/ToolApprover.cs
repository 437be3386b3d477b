namespace Managed.Agents;

/// <summary>Makes approvers from delegates.</summary>
public static class ToolApprover
{
    /// <summary>Allows every call. For agents whose tools can do no harm.</summary>
    public static IToolApprover AllowAll { get; } = From(static _ => ToolApprovalDecision.Allow);

    /// <summary>Leaves every call open, so that turns end with them pending.</summary>
    public static IToolApprover DeferAll { get; } = From(static _ => ToolApprovalDecision.Defer);

    /// <summary>Makes an approver from code that decides at once.</summary>
    /// <param name="decide">The decision.</param>
    /// <returns>The approver.</returns>
    public static IToolApprover From(Func<ToolCall, ToolApprovalDecision> decide)
    {
        ArgumentNullException.ThrowIfNull(decide);
        return new Delegated((call, _) => ValueTask.FromResult(decide(call)));
    }

    /// <summary>Makes an approver from code that asks somebody.</summary>
    /// <param name="decide">The decision; its token ends when the time for it is over, or the turn.</param>
    /// <returns>The approver.</returns>
    public static IToolApprover From(Func<ToolCall, CancellationToken, ValueTask<ToolApprovalDecision>> decide)
    {
        ArgumentNullException.ThrowIfNull(decide);
        return new Delegated(decide);
    }

    private sealed class Delegated(Func<ToolCall, CancellationToken, ValueTask<ToolApprovalDecision>> decide) : IToolApprover
    {
        public ValueTask<ToolApprovalDecision> DecideAsync(ToolCall call, CancellationToken cancellationToken = default) => decide(call, cancellationToken);
    }
}
