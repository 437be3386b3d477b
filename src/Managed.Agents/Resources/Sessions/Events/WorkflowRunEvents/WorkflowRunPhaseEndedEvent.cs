namespace Managed.Agents;

/// <summary>A phase of a workflow run ended.</summary>
public sealed record WorkflowRunPhaseEndedEvent : SessionEvent
{
    /// <summary>The id of the run (<c>wrun_…</c>).</summary>
    public string WorkflowRunId { get; init => field = value ?? ""; } = "";

    /// <summary>The id of the phase (<c>wrph_…</c>).</summary>
    public string WorkflowRunPhaseId { get; init => field = value ?? ""; } = "";

    /// <summary>The id of the <see cref="WorkflowRunPhaseStartedEvent"/>.</summary>
    public string PhaseStartedId { get; init => field = value ?? ""; } = "";

    private protected override string Detail => $"{WorkflowRunId} {WorkflowRunPhaseId}";
}
