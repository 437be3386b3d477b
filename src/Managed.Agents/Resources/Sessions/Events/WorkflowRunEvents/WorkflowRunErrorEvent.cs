namespace Managed.Agents;

/// <summary>An error occurred in a workflow run.</summary>
public sealed record WorkflowRunErrorEvent : SessionEvent
{
    /// <summary>The id of the run (<c>wrun_…</c>).</summary>
    /// <value><see langword="null"/> when no run was created.</value>
    public string? WorkflowRunId { get; init; }

    /// <summary>The error.</summary>
    public WorkflowRunError Error { get; init => field = value ?? WorkflowRunError.Missing; } = WorkflowRunError.Missing;

    private protected override string Detail => $"{WorkflowRunId} {Error.Type}: {Error.Message}";
}
