using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>
/// What an agent does when a message comes: the steps of one turn, in the words of the API. The emulator adds what every turn has around
/// them: status events, model requests, usage, and the pause before a call that needs the client.
/// </summary>
/// <remarks>A step that its agent cannot take, such as a tool it lacks, ends the session with a <c>session.error</c> that says so.</remarks>
public sealed class AgentScript
{
    private readonly List<List<ScriptStep>> _turns = [[]];
    private int _usesLeft = int.MaxValue;

    internal AgentScript()
    {
    }

    /// <summary>Shows a sign of thinking; the thought itself is never sent.</summary>
    public AgentScript Think() => Add(new ThinkStep());

    /// <summary>Says something.</summary>
    public AgentScript Reply(string text) => Reply(_ => text);

    /// <summary>Says something that depends on what happened before.</summary>
    public AgentScript Reply(Func<ScriptTurn, string> text) => Add(new ReplyStep(text));

    /// <summary>Uses a built-in tool. The agent's permission policy decides whether it runs, waits for a confirmation or is denied.</summary>
    /// <param name="name">A tool of the built-in toolset, such as <c>bash</c>.</param>
    /// <param name="input">What the tool is called with; held against the tool's own schema.</param>
    /// <param name="result">What the tool gives.</param>
    /// <param name="isError">Whether the tool fails with that result.</param>
    /// <param name="duration">How long the tool runs, on the emulator's clock.</param>
    public AgentScript UseTool(string name, JsonObject? input = null, string result = "", bool isError = false, TimeSpan duration = default) =>
        Add(new ToolStep([new BuiltInCall(name, input) { Result = result, IsError = isError, Duration = duration }]));

    /// <inheritdoc cref="UseTool(string, JsonObject?, string, bool, TimeSpan)"/>
    /// <param name="name">A tool of the built-in toolset, such as <c>bash</c>.</param>
    /// <param name="input">What the tool is called with, as JSON text.</param>
    /// <param name="result">What the tool gives.</param>
    /// <param name="isError">Whether the tool fails with that result.</param>
    /// <param name="duration">How long the tool runs, on the emulator's clock.</param>
    public AgentScript UseTool(string name, string input, string result = "", bool isError = false, TimeSpan duration = default) =>
        UseTool(name, ToolInput.Parse(input), result, isError, duration);

    /// <summary>Calls a custom tool and waits for the client's result.</summary>
    /// <param name="name">The tool's name, as the agent declares it.</param>
    /// <param name="input">What the tool is called with.</param>
    public AgentScript CallCustomTool(string name, JsonObject? input = null) => Add(new ToolStep([new CustomCall(name, input)]));

    /// <inheritdoc cref="CallCustomTool(string, JsonObject?)"/>
    /// <param name="name">The tool's name, as the agent declares it.</param>
    /// <param name="input">What the tool is called with, as JSON text.</param>
    public AgentScript CallCustomTool(string name, string input) => CallCustomTool(name, ToolInput.Parse(input));

    /// <summary>Uses a tool of an MCP server, which the agent declares and names in an <c>mcp_toolset</c>.</summary>
    /// <param name="server">The server's name, as the agent declares it.</param>
    /// <param name="name">The tool's name.</param>
    /// <param name="input">What the tool is called with.</param>
    /// <param name="result">What the tool gives.</param>
    /// <param name="isError">Whether the tool fails with that result.</param>
    /// <param name="duration">How long the tool runs, on the emulator's clock.</param>
    public AgentScript UseMcpTool(string server, string name, JsonObject? input = null, string result = "", bool isError = false, TimeSpan duration = default) =>
        Add(new ToolStep([new McpCall(server, name, input) { Result = result, IsError = isError, Duration = duration }]));

    /// <summary>Makes several tool calls in one model request, and goes on when each has its result.</summary>
    public AgentScript InParallel(Action<ParallelCalls> calls)
    {
        var written = new ParallelCalls();
        calls(written);
        return Add(new ToolStep(written.Calls));
    }

    /// <summary>Lets the service ask for a confirmation of the call written last, where the agent's policy for the tool is <c>auto</c>.</summary>
    /// <param name="reasonCode">Why; the service knows <c>indeterminate</c>.</param>
    public AgentScript AutoAsk(string reasonCode = "indeterminate") => Judge("ask", reasonCode);

    /// <summary>Lets the service deny the call written last, where the agent's policy for the tool is <c>auto</c>. The client cannot overrule it.</summary>
    /// <param name="reasonCode">Why; the service knows <c>high_risk</c> and <c>indeterminate</c>.</param>
    public AgentScript AutoDeny(string reasonCode = "high_risk") => Judge("deny", reasonCode);

    /// <summary>Is busy for a while, on the emulator's clock, with a model request open. An interrupt ends it.</summary>
    public AgentScript Work(TimeSpan time) => Add(new WorkStep(turn => turn.Gate.DelayAsync(time)));

    /// <summary>Is busy until a task has ended, with a model request open. An interrupt ends it.</summary>
    /// <param name="work">The task; its token is cancelled by an interrupt.</param>
    public AgentScript Work(Func<CancellationToken, Task> work) => Add(new WorkStep(turn => turn.Gate.WaitAsync(work)));

    /// <summary>Says something bit by bit, spread evenly over a time on the emulator's clock, so that streams with previews see it grow.</summary>
    public AgentScript Reply(string text, TimeSpan over) => Add(new StreamedReplyStep(text, over));

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

    /// <summary>Sets the tokens of the next model request, which are estimated otherwise.</summary>
    public AgentScript Spend(long inputTokens, long outputTokens, long cacheCreationTokens = 0, long cacheReadTokens = 0) =>
        Add(new UsageStep(new RequestUsage(inputTokens, outputTokens, cacheCreationTokens, cacheReadTokens)));

    /// <summary>Summarises the thread's context, between two model requests.</summary>
    public AgentScript CompactContext() => Add(new CompactionStep());

    /// <summary>Lets a model request fail in a way the service gets over by itself: the session is rescheduled and then runs on.</summary>
    /// <param name="errorType">The type of the <c>session.error</c>.</param>
    /// <param name="message">What went wrong.</param>
    /// <param name="retryAfter">How long the service waits, on the emulator's clock.</param>
    public AgentScript FailTransiently(string errorType = "model_overloaded_error", string message = "The model is overloaded.", TimeSpan retryAfter = default) =>
        Add(new TransientFailureStep(errorType, message, retryAfter));

    /// <summary>Ends the turn because retries are used up; inputs that wait in the queue are dropped.</summary>
    public AgentScript ExhaustRetries(string errorType = "model_request_failed_error", string message = "The model request failed.") =>
        Add(new ExhaustedStep(errorType, message));

    /// <summary>Ends the session with an error that nothing can repair.</summary>
    public AgentScript FailFatally(string errorType = "unknown_error", string message = "The session cannot go on.") => Add(new FatalStep(errorType, message));

    /// <summary>Reports an error that the turn can do without, such as an MCP server that is down.</summary>
    /// <param name="errorType">The type of the <c>session.error</c>.</param>
    /// <param name="message">What went wrong.</param>
    /// <param name="details">Further fields of the error, such as <c>mcp_server_name</c>.</param>
    public AgentScript ReportError(string errorType, string message, JsonObject? details = null) => Add(new ErrorStep(errorType, message, details));

    /// <summary>Emits an event of any type, known or not, to see what becomes of it.</summary>
    /// <param name="type">The event's type.</param>
    /// <param name="fields">Its fields beside type, id and time.</param>
    public AgentScript Emit(string type, JsonObject? fields = null) => Add(new EmitStep(type, fields));

    /// <summary>Refuses, which ends the turn.</summary>
    /// <param name="category">Such as <c>cyber</c> or <c>general_harms</c>; null where the service gives none.</param>
    /// <param name="explanation">What the refusal says about itself.</param>
    public AgentScript Refuse(string? category = null, string? explanation = null) => Add(new RefusalStep(category, explanation));

    /// <summary>What follows is for the next matching message of the same session. The last turn written is repeated from then on.</summary>
    public AgentScript NextTime()
    {
        lock (_turns)
        {
            _turns.Add([]);
            return this;
        }
    }

    /// <summary>Lets the script answer one message only, of whichever session; afterwards earlier scripts have their say again.</summary>
    public AgentScript Once()
    {
        lock (_turns)
        {
            _usesLeft = 1;
            return this;
        }
    }

    /// <summary>Claims the script for a turn, or says that it is used up.</summary>
    internal bool TryUse()
    {
        lock (_turns)
        {
            return _usesLeft-- > 0;
        }
    }

    internal IReadOnlyList<ScriptStep> Turn(int number)
    {
        lock (_turns)
        {
            return [.. _turns[Math.Min(number, _turns.Count - 1)]];
        }
    }

    private AgentScript Judge(string verdict, string reasonCode)
    {
        lock (_turns)
        {
            ToolInput.Judge((_turns[^1].LastOrDefault() as ToolStep)?.Calls[^1], verdict, reasonCode);
            return this;
        }
    }

    private AgentScript Add(ScriptStep step)
    {
        lock (_turns)
        {
            _turns[^1].Add(step);
            return this;
        }
    }
}
