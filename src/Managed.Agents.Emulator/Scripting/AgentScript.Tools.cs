using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

public sealed partial class AgentScript
{
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

    private AgentScript Judge(string verdict, string reasonCode)
    {
        lock (_turns)
        {
            ToolInput.Judge((_turns[^1].LastOrDefault() as ToolStep)?.Calls[^1], verdict, reasonCode);
            return this;
        }
    }
}
