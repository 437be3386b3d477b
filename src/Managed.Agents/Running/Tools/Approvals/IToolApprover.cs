namespace Managed.Agents;

/// <summary>Decides whether a tool call may run. <see cref="ToolApprover"/> makes one from a delegate, <see cref="ToolApprovalRules"/> from rules.</summary>
public interface IToolApprover
{
    /// <summary>Decides about one call. Called for several calls at once.</summary>
    /// <param name="call">The call. A call that waits for long is asked about again by each process that resumes its turn.</param>
    /// <param name="cancellationToken">Ends when the time for the decision is over, or the turn.</param>
    /// <returns>The verdict. One that is not known, or null, denies.</returns>
    ValueTask<ToolApprovalDecision> DecideAsync(ToolCall call, CancellationToken cancellationToken = default);
}
