using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>Tool calls that an agent makes in one model request.</summary>
public sealed class ParallelCalls
{
    private readonly List<ScriptedCall> _calls = [];

    internal ParallelCalls()
    {
    }

    internal IReadOnlyList<ScriptedCall> Calls => _calls;

    /// <inheritdoc cref="AgentScript.UseTool(string, JsonObject?, string, bool, TimeSpan)"/>
    public ParallelCalls UseTool(string name, JsonObject? input = null, string result = "", bool isError = false, TimeSpan duration = default) =>
        Add(new BuiltInCall(name, input) { Result = result, IsError = isError, Duration = duration });

    /// <inheritdoc cref="AgentScript.UseTool(string, string, string, bool, TimeSpan)"/>
    public ParallelCalls UseTool(string name, string input, string result = "", bool isError = false, TimeSpan duration = default) =>
        UseTool(name, ToolInput.Parse(input), result, isError, duration);

    /// <inheritdoc cref="AgentScript.UseMcpTool(string, string, JsonObject?, string, bool, TimeSpan)"/>
    public ParallelCalls UseMcpTool(string server, string name, JsonObject? input = null, string result = "", bool isError = false, TimeSpan duration = default) =>
        Add(new McpCall(server, name, input) { Result = result, IsError = isError, Duration = duration });

    /// <inheritdoc cref="AgentScript.CallCustomTool(string, JsonObject?)"/>
    public ParallelCalls CallCustomTool(string name, JsonObject? input = null) => Add(new CustomCall(name, input));

    /// <inheritdoc cref="AgentScript.CallCustomTool(string, string)"/>
    public ParallelCalls CallCustomTool(string name, string input) => CallCustomTool(name, ToolInput.Parse(input));

    /// <inheritdoc cref="AgentScript.AutoAsk"/>
    public ParallelCalls AutoAsk(string reasonCode = "indeterminate") => SetVerdict("ask", reasonCode);

    /// <inheritdoc cref="AgentScript.AutoDeny"/>
    public ParallelCalls AutoDeny(string reasonCode = "high_risk") => SetVerdict("deny", reasonCode);

    private ParallelCalls SetVerdict(string verdict, string reasonCode)
    {
        ToolInput.SetVerdict(_calls.Count > 0 ? _calls[^1] : null, verdict, reasonCode);
        return this;
    }

    private ParallelCalls Add(ScriptedCall call)
    {
        _calls.Add(call);
        return this;
    }
}
