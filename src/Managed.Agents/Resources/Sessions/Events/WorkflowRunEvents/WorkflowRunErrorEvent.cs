namespace Managed.Agents;

/// <summary>Something went wrong with a workflow run.</summary>
public sealed record WorkflowRunErrorEvent : SessionEvent
{
    /// <summary>The id of the run (<c>wrun_…</c>).</summary>
    /// <value>Null when no run was created.</value>
    public string? WorkflowRunId { get; init; }

    /// <summary>What went wrong.</summary>
    public WorkflowRunError Error { get; init => field = value ?? WorkflowRunError.Missing; } = WorkflowRunError.Missing;

    private protected override string Detail => $"{WorkflowRunId} {Error.Type}: {Error.Message}";
}
