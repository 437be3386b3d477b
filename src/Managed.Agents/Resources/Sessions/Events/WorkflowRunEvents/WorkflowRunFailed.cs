namespace Managed.Agents;

/// <summary>The run ended with an error.</summary>
public sealed record WorkflowRunFailed : WorkflowRunResult
{
    /// <summary>The error.</summary>
    public WorkflowRunError Error { get; init => field = value ?? WorkflowRunError.Missing; } = WorkflowRunError.Missing;

    internal override string Describe() => $"{Error.Type}: {Error.Message}";
}
