namespace Managed.Agents;

/// <summary>Asks the approver, with a timeout.</summary>
internal sealed class ApprovalDesk(ToolOptions options, TimeProvider time)
{
    public bool HasApprover => options.Approver is not null;

    /// <summary>Returns the decision of the approver. An unrecognized decision is treated as a denial.</summary>
    /// <exception cref="ToolApproverException">The approver threw an exception.</exception>
    public async Task<ToolApprovalDecision> DecideAsync(ToolCall call, CancellationToken cancellationToken)
    {
        if (options.Approver is not { } approver)
        {
            return ToolApprovalDecision.Defer;
        }

        try
        {
            var (isDecided, decision) = await BoundedCall.RunAsync(token => approver.DecideAsync(call, token), options.ApprovalTimeout, time, cancellationToken).ConfigureAwait(false);
            if (!isDecided)
            {
                decision = options.ApprovalTimeoutDecision ?? ToolApprovalDecision.Deny();
            }

            return decision is { Kind: ToolApprovalDecisionKind.Allow or ToolApprovalDecisionKind.Deny or ToolApprovalDecisionKind.Defer } ? decision : ToolApprovalDecision.Deny("The decision about the call was not recognized.");
        }
        catch (Exception problem) when (!(problem is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            throw new ToolApproverException(
                $"The approver threw {problem.GetType().Name} for the call {call.Id} of {call.Name} in {call.SessionId}, so nothing was decided and the call did not run. Repair the approver, then resume the session or execute the call again.",
                call.SessionId,
                call.Id,
                problem);
        }
    }
}
