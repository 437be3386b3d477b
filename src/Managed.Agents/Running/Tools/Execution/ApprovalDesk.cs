namespace Managed.Agents;

/// <summary>Asks the approver, with a timeout.</summary>
internal sealed class ApprovalDesk(ToolOptions options, TimeProvider time)
{
    /// <summary>Returns the answer to a call for which the service requests a confirmation.</summary>
    public async Task<ToolExecutionResult> ConfirmAsync(ToolCall call, CancellationToken cancellationToken)
    {
        var verdict = await DecideAsync(call, cancellationToken).ConfigureAwait(false);
        return verdict.Kind switch
        {
            ToolApprovalDecisionKind.Defer => ToolExecutionResult.Later,
            ToolApprovalDecisionKind.Allow => new ToolExecutionResult(ToolExecutionResultKind.Confirmation, UserToolConfirmation.AllowUse(call.Id)),
            _ => new ToolExecutionResult(ToolExecutionResultKind.Confirmation, UserToolConfirmation.DenyUse(call.Id, verdict.Reason)),
        };
    }

    /// <summary>Returns the decision of the approver. An unrecognized decision is treated as a denial.</summary>
    public async Task<ToolApprovalDecision> DecideAsync(ToolCall call, CancellationToken cancellationToken)
    {
        if (options.Approver is not { } approver)
        {
            return ToolApprovalDecision.Defer;
        }

        using var expiry = new CancellationTokenSource(options.ApprovalTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, expiry.Token);
        try
        {
            var verdict = await approver.DecideAsync(call, either.Token).AsTask().WaitAsync(either.Token).ConfigureAwait(false);
            return verdict is { Kind: ToolApprovalDecisionKind.Allow or ToolApprovalDecisionKind.Deny or ToolApprovalDecisionKind.Defer } ? verdict : ToolApprovalDecision.Deny("The decision about the call was not recognized.");
        }
        catch (OperationCanceledException) when (expiry.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return options.ApprovalTimeoutDecision ?? ToolApprovalDecision.Deny();
        }
    }
}
