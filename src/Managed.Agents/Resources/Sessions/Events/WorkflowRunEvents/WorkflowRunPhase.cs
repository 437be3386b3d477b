namespace Managed.Agents;

/// <summary>A phase of a workflow run.</summary>
public sealed record WorkflowRunPhase : ApiObject
{
    /// <summary>The id of the phase (<c>wrph_…</c>).</summary>
    public string Id { get; init => field = value ?? ""; } = "";

    /// <summary>The name of the phase.</summary>
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>The description of the phase.</summary>
    public string? Description { get; init; }
}
