namespace Managed.Agents;

/// <summary>The agent has started a workflow: a program that runs many agents in phases.</summary>
public sealed record WorkflowRunCreatedEvent : SessionEvent
{
    /// <summary>The id of the run (<c>wrun_…</c>).</summary>
    public string WorkflowRunId { get; init => field = value ?? ""; } = "";

    /// <summary>What the agent calls the run.</summary>
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>What the run is for.</summary>
    public string? Description { get; init; }

    /// <summary>The phases that the program announces.</summary>
    public IReadOnlyList<WorkflowRunPhase> Phases { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    private protected override string Detail => $"{WorkflowRunId} {Name}";
}
