namespace Managed.Agents;

/// <summary>Decides whether a tool call may run. <see cref="ToolApprover"/> creates an approver from a delegate, and <see cref="ToolApprovalRules"/> is an approver with rules.</summary>
public interface IToolApprover
{
    /// <summary>Decides about a call. Called concurrently for several calls.</summary>
    /// <remarks>An exception decides nothing: the call stays open, and the exception becomes a <see cref="ToolApproverException"/>.</remarks>
    /// <param name="call">The call, with the same input as the function gets. Each process that resumes the turn asks again about a pending call.</param>
    /// <param name="cancellationToken">A token that is canceled when the approval timeout expires or the turn ends.</param>
    /// <returns>The decision. An unrecognized kind, or null, denies the call.</returns>
    ValueTask<ToolApprovalDecision> DecideAsync(ToolCall call, CancellationToken cancellationToken = default);
}
