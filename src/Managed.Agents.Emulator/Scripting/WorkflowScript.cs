namespace Managed.Agents.Emulator;

/// <summary>The script of a workflow run: its phases, in order, and its result.</summary>
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

    /// <summary>Adds a phase. Its agents work at the same time.</summary>
    /// <param name="name">The name of the phase.</param>
    /// <param name="agents">Adds the agents.</param>
    public WorkflowScript Phase(string name, Action<WorkflowPhaseScript> agents)
    {
        var phase = new WorkflowPhaseScript(name);
        agents(phase);
        _phases.Add(phase);
        return this;
    }

    /// <summary>Ends the run with an error after its phases.</summary>
    /// <param name="errorType">The type of the error, such as <c>program_error</c> or <c>timeout_error</c>.</param>
    /// <param name="message">The message of the error.</param>
    public WorkflowScript Fail(string errorType, string message)
    {
        Result = "error";
        Error = (errorType, message);
        return this;
    }

    /// <summary>Ends the run as stopped after its phases.</summary>
    public WorkflowScript Stop()
    {
        Result = "stopped";
        return this;
    }
}
