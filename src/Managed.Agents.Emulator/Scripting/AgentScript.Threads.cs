namespace Managed.Agents.Emulator;

public sealed partial class AgentScript
{
    /// <summary>Hands a task to another agent of the roster, on a thread of its own, and waits for its report: the last thing it says.</summary>
    /// <param name="agent">The agent's name. An agent that has reported before is spoken to on the same thread.</param>
    /// <param name="message">What it is asked to do.</param>
    /// <param name="work">What it does.</param>
    public AgentScript Delegate(string agent, string message, Action<AgentScript> work) => DelegateAll(tasks => tasks.To(agent, message, work));

    /// <summary>Hands out several tasks at once and waits for all reports.</summary>
    public AgentScript DelegateAll(Action<Delegations> tasks)
    {
        var written = new Delegations();
        tasks(written);
        return Add(new DelegateStep(written.All));
    }

    /// <summary>Asks the agent's advisor.</summary>
    /// <param name="advice">What the advisor says.</param>
    public AgentScript ConsultAdvisor(string advice) => Add(new AdvisorStep(advice));

    /// <summary>Starts a workflow run and waits until it has ended; the session keeps running meanwhile.</summary>
    /// <param name="name">The run's name.</param>
    /// <param name="phases">Its phases, and how it ends.</param>
    /// <param name="description">What it is for.</param>
    public AgentScript RunWorkflow(string name, Action<WorkflowScript> phases, string? description = null)
    {
        var run = new WorkflowScript(name, description);
        phases(run);
        return Add(new WorkflowStep(run));
    }

    /// <summary>Lets the grader judge the outcome so far. In the last round <c>needs_revision</c> becomes <c>max_iterations_reached</c>.</summary>
    /// <param name="result">What the grader finds: <c>satisfied</c>, <c>needs_revision</c> or <c>failed</c>.</param>
    /// <param name="explanation">Why.</param>
    /// <param name="duration">How long it takes, on the emulator's clock.</param>
    public AgentScript Evaluate(string result, string explanation = "", TimeSpan duration = default) => Add(new EvaluateStep(result, explanation, duration));
}
