namespace Managed.Agents.Emulator;

/// <summary>A workflow run that an agent starts: its phases, one after the other, and how it ends.</summary>
public sealed class WorkflowScript
{
    private readonly List<WorkflowPhaseScript> _phases = [];

    internal WorkflowScript(string name, string? description)
    {
        Name = name;
        Description = description;
    }

    internal string Name { get; }

    internal string? Description { get; }

    internal IReadOnlyList<WorkflowPhaseScript> Phases => _phases;

    internal string Result { get; private set; } = "completed";

    internal (string Type, string Message)? Error { get; private set; }

    /// <summary>Adds a phase, whose agents work at the same time.</summary>
    public WorkflowScript Phase(string name, Action<WorkflowPhaseScript> agents)
    {
        var phase = new WorkflowPhaseScript(name);
        agents(phase);
        _phases.Add(phase);
        return this;
    }

    /// <summary>Lets the run end with an error after its phases.</summary>
    /// <param name="errorType">Such as <c>program_error</c> or <c>timeout_error</c>.</param>
    /// <param name="message">What went wrong.</param>
    public WorkflowScript Fail(string errorType, string message)
    {
        Result = "error";
        Error = (errorType, message);
        return this;
    }

    /// <summary>Lets the run end as stopped after its phases.</summary>
    public WorkflowScript Stop()
    {
        Result = "stopped";
        return this;
    }
}
