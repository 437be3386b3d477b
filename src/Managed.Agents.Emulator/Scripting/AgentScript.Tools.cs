using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

public sealed partial class AgentScript
{
    /// <summary>Uses a built-in tool. The agent's permission policy decides whether the call runs, waits for a confirmation or is denied.</summary>
    /// <param name="name">A tool of the built-in toolset, such as <c>bash</c>.</param>
    /// <param name="input">The input of the call, which is validated against the tool's schema.</param>
    /// <param name="result">The result of the tool.</param>
    /// <param name="isError">Whether the result is an error.</param>
    /// <param name="duration">The duration of the call, on the emulator's clock.</param>
    public AgentScript UseTool(string name, JsonObject? input = null, string result = "", bool isError = false, TimeSpan duration = default) =>
        Add(new ToolStep([new BuiltInCall(name, input) { Result = result, IsError = isError, Duration = duration }]));

    /// <inheritdoc cref="UseTool(string, JsonObject?, string, bool, TimeSpan)"/>
    /// <param name="name">A tool of the built-in toolset, such as <c>bash</c>.</param>
    /// <param name="input">The input of the call, as JSON text.</param>
    /// <param name="result">The result of the tool.</param>
    /// <param name="isError">Whether the result is an error.</param>
    /// <param name="duration">The duration of the call, on the emulator's clock.</param>
    public AgentScript UseTool(string name, string input, string result = "", bool isError = false, TimeSpan duration = default) =>
        UseTool(name, ToolInput.Parse(input), result, isError, duration);

    /// <summary>Calls a custom tool and waits for the client's result.</summary>
    /// <param name="name">The name of the tool, as the agent declares it.</param>
    /// <param name="input">The input of the call.</param>
    public AgentScript CallCustomTool(string name, JsonObject? input = null) => Add(new ToolStep([new CustomCall(name, input)]));

    /// <inheritdoc cref="CallCustomTool(string, JsonObject?)"/>
    /// <param name="name">The name of the tool, as the agent declares it.</param>
    /// <param name="input">The input of the call, as JSON text.</param>
    public AgentScript CallCustomTool(string name, string input) => CallCustomTool(name, ToolInput.Parse(input));

    /// <summary>Uses a tool of an MCP server that the agent declares and references in an <c>mcp_toolset</c>.</summary>
    /// <param name="server">The name of the server, as the agent declares it.</param>
    /// <param name="name">The name of the tool.</param>
    /// <param name="input">The input of the call.</param>
    /// <param name="result">The result of the tool.</param>
    /// <param name="isError">Whether the result is an error.</param>
    /// <param name="duration">The duration of the call, on the emulator's clock.</param>
    public AgentScript UseMcpTool(string server, string name, JsonObject? input = null, string result = "", bool isError = false, TimeSpan duration = default) =>
        Add(new ToolStep([new McpCall(server, name, input) { Result = result, IsError = isError, Duration = duration }]));

    /// <summary>Makes several tool calls in one model request, and continues when all have results.</summary>
    /// <param name="calls">Adds the calls.</param>
    public AgentScript InParallel(Action<ParallelCalls> calls)
    {
        var written = new ParallelCalls();
        calls(written);
        return Add(new ToolStep(written.Calls));
    }

    /// <summary>Makes the service ask for a confirmation of the last call, if the tool's policy is <c>auto</c>.</summary>
    /// <param name="reasonCode">The reason. The service uses <c>indeterminate</c>.</param>
    public AgentScript AutoAsk(string reasonCode = "indeterminate") => SetVerdict("ask", reasonCode);

    /// <summary>Makes the service deny the last call, if the tool's policy is <c>auto</c>. The client cannot override it.</summary>
    /// <param name="reasonCode">The reason. The service uses <c>high_risk</c> and <c>indeterminate</c>.</param>
    public AgentScript AutoDeny(string reasonCode = "high_risk") => SetVerdict("deny", reasonCode);

    private AgentScript SetVerdict(string verdict, string reasonCode)
    {
        lock (_gate)
        {
            ToolInput.SetVerdict((_turns[^1].LastOrDefault() as ToolStep)?.Calls[^1], verdict, reasonCode);
            return this;
        }
    }
}
