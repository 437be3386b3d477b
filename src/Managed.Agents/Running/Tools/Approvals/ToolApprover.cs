namespace Managed.Agents;

/// <summary>Creates approvers from delegates.</summary>
public static class ToolApprover
{
    /// <summary>An approver that allows every call. For agents whose tools can do no harm.</summary>
    public static IToolApprover AllowAll { get; } = From(static _ => ToolApprovalDecision.Allow);

    /// <summary>An approver that defers every call, so that turns end with pending calls.</summary>
    public static IToolApprover DeferAll { get; } = From(static _ => ToolApprovalDecision.Defer);

    /// <summary>Creates an approver from a synchronous delegate.</summary>
    /// <param name="decide">A delegate that decides about a call.</param>
    /// <returns>The approver.</returns>
    public static IToolApprover From(Func<ToolCall, ToolApprovalDecision> decide)
    {
        ArgumentNullException.ThrowIfNull(decide);
        return new Delegated((call, _) => ValueTask.FromResult(decide(call)));
    }

    /// <summary>Creates an approver from an asynchronous delegate.</summary>
    /// <param name="decide">A delegate that decides about a call. Its token is canceled when the approval timeout expires or the turn ends.</param>
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
