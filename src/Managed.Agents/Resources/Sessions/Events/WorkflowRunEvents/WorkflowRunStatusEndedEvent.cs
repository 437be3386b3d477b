namespace Managed.Agents;

/// <summary>A workflow run has ended.</summary>
public sealed record WorkflowRunStatusEndedEvent : SessionEvent
{
    /// <summary>The id of the run (<c>wrun_…</c>).</summary>
    public string WorkflowRunId { get; init => field = value ?? ""; } = "";

    /// <summary>How it ended.</summary>
    public WorkflowRunResult Result { get; init => field = value ?? WorkflowRunResult.Missing; } = WorkflowRunResult.Missing;

    private protected override string Detail => $"{WorkflowRunId} {Result.Describe()}";
}
