namespace Managed.Agents;

/// <summary>A workflow run ended.</summary>
public sealed record WorkflowRunStatusEndedEvent : SessionEvent
{
    /// <summary>The id of the run (<c>wrun_…</c>).</summary>
    public string WorkflowRunId { get; init => field = value ?? ""; } = "";

    /// <summary>The result of the run.</summary>
    public WorkflowRunResult Result { get; init => field = value ?? WorkflowRunResult.Missing; } = WorkflowRunResult.Missing;

    private protected override string Detail => $"{WorkflowRunId} {Result.Describe()}";
}
