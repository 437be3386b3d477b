namespace Managed.Agents;

/// <summary>The agent created a workflow run: a program that runs many agents in phases.</summary>
public sealed record WorkflowRunCreatedEvent : SessionEvent
{
    /// <summary>The id of the run (<c>wrun_…</c>).</summary>
    public string WorkflowRunId { get; init => field = value ?? ""; } = "";

    /// <summary>The name of the run.</summary>
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>The description of the run.</summary>
    public string? Description { get; init; }

    /// <summary>The phases that the program declares.</summary>
    public IReadOnlyList<WorkflowRunPhase> Phases { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    private protected override string Detail => $"{WorkflowRunId} {Name}";
}
