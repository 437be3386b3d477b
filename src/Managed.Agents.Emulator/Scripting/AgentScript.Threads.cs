namespace Managed.Agents.Emulator;

public sealed partial class AgentScript
{
    /// <summary>
    /// Delegates a task to another agent of the roster, which runs on a separate thread, and waits for that agent's last message, its
    /// report.
    /// </summary>
    /// <param name="agent">The name of the agent. If the agent has reported before, the same thread is used again.</param>
    /// <param name="message">The task.</param>
    /// <param name="work">Writes the script of the agent.</param>
    public AgentScript Delegate(string agent, string message, Action<AgentScript> work) => DelegateAll(tasks => tasks.To(agent, message, work));

    /// <summary>Delegates several tasks at the same time and waits for all reports.</summary>
    /// <param name="tasks">Adds the tasks.</param>
    public AgentScript DelegateAll(Action<Delegations> tasks)
    {
        var written = new Delegations();
        tasks(written);
        return Add(new DelegateStep(written.All));
    }

    /// <summary>Consults the agent's advisor.</summary>
    /// <param name="advice">The message of the advisor.</param>
    public AgentScript ConsultAdvisor(string advice) => Add(new AdvisorStep(advice));

    /// <summary>Starts a workflow run and waits until it ends. The session stays running.</summary>
    /// <param name="name">The name of the run.</param>
    /// <param name="phases">Adds the phases and sets the result.</param>
    /// <param name="description">The description of the run, or null.</param>
    public AgentScript RunWorkflow(string name, Action<WorkflowScript> phases, string? description = null)
    {
        var run = new WorkflowScript(name, description);
        phases(run);
        return Add(new WorkflowStep(run));
    }

    /// <summary>Evaluates the outcome. In the last iteration, <c>needs_revision</c> is reported as <c>max_iterations_reached</c>.</summary>
    /// <param name="result">The result: <c>satisfied</c>, <c>needs_revision</c> or <c>failed</c>.</param>
    /// <param name="explanation">The grader's explanation.</param>
    /// <param name="duration">The duration of the evaluation, on the emulator's clock.</param>
    public AgentScript Evaluate(string result, string explanation = "", TimeSpan duration = default) => Add(new EvaluateStep(result, explanation, duration));
}
