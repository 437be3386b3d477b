namespace Managed.Agents;

/// <summary>A workflow run is running.</summary>
public sealed record WorkflowRunStatusRunningEvent : SessionEvent
{
    /// <summary>The id of the run (<c>wrun_…</c>).</summary>
    public string WorkflowRunId { get; init => field = value ?? ""; } = "";

    private protected override string Detail => WorkflowRunId;
}
