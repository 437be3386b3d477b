namespace Managed.Agents;

/// <summary>Asks the approver, within the time it has.</summary>
internal sealed class ApprovalDesk(ToolOptions options, TimeProvider time)
{
    /// <summary>The answer to a call for which the service asks.</summary>
    public async Task<ToolAnswer> ConfirmAsync(ToolCall call, CancellationToken cancellationToken)
    {
        var verdict = await DecideAsync(call, cancellationToken).ConfigureAwait(false);
        return verdict.Kind switch
        {
            ToolVerdictKind.Later => ToolAnswer.Later,
            ToolVerdictKind.Allow => new ToolAnswer(ToolAnswerKind.Confirmation, UserToolConfirmation.AllowUse(call.Id)),
            _ => new ToolAnswer(ToolAnswerKind.Confirmation, UserToolConfirmation.DenyUse(call.Id, verdict.Reason)),
        };
    }

    /// <summary>Allow, deny or later; whatever else an approver says is a denial.</summary>
    public async Task<ToolVerdict> DecideAsync(ToolCall call, CancellationToken cancellationToken)
    {
        if (options.Approver is not { } approver)
        {
            return ToolVerdict.Later;
        }

        using var expiry = new CancellationTokenSource(options.ApprovalTimeLimit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, expiry.Token);
        try
        {
            var verdict = await approver.DecideAsync(call, either.Token).AsTask().WaitAsync(either.Token).ConfigureAwait(false);
            return verdict is { Kind: ToolVerdictKind.Allow or ToolVerdictKind.Deny or ToolVerdictKind.Later } ? verdict : ToolVerdict.Deny("The decision about the call was not understood.");
        }
        catch (OperationCanceledException) when (expiry.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return options.ApprovalTimeLimitVerdict ?? ToolVerdict.Deny();
        }
    }
}
