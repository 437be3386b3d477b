using System.Text.Json;
using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>A tool call in a script.</summary>
internal abstract class ScriptedCall(string name, JsonObject? input)
{
    public string Name => name;

    public JsonObject? Input => input;

    public abstract string EventType { get; }

    /// <summary>The result of the tool, or null if the client provides it.</summary>
    public string? Result { get; init; }

    public bool IsError { get; init; }

    public TimeSpan Duration { get; init; }

    /// <summary>The service's decision under the policy <c>auto</c>: allow, ask or deny.</summary>
    public string Verdict { get; set; } = "allow";

    public string? ReasonCode { get; set; }

    /// <summary>Gets the fields of the event in addition to its type, id and time.</summary>
    public virtual JsonObject Fields() => new() { ["name"] = name, ["input"] = input?.Copy() ?? [] };

    /// <summary>Gets the tool of the call, or null for a custom tool, which has no policy. Throws if the agent lacks the tool.</summary>
    public abstract AgentTool? Find(SessionThread thread);

    /// <summary>Returns whether the client's worker runs the tool instead of the service.</summary>
    public virtual bool RunsAtWorker(SessionState session) => false;

    protected ScriptException Lacks(SessionThread thread, string tool) =>
        new($"agent \"{thread.AgentName}\" lacks {tool} \"{name}\": {AgentTools.Describe(thread.Agent)}.");

    protected void CheckInput(string contractType)
    {
        if (input is null)
        {
            return;
        }

        try
        {
            using var document = JsonDocument.Parse(input.ToJsonString());
            ContractCatalog.Instance.Type(contractType).Check(document.RootElement, ContractPath.Named("input"));
        }
        catch (ApiError problem)
        {
            throw new ScriptException($"the input of {name} does not match its schema: {problem.Message}");
        }
    }
}

internal sealed class BuiltInCall(string name, JsonObject? input) : ScriptedCall(name, input)
{
    public override string EventType => "agent.tool_use";

    public override AgentTool? Find(SessionThread thread)
    {
        var tool = AgentTools.Find(thread.Agent, Name) ?? throw Lacks(thread, "the built-in tool");
        if (Name is not ("web_search" or "web_fetch"))
        {
            CheckInput($"BetaManagedAgentsAgentToolset20260401{char.ToUpperInvariant(Name[0])}{Name[1..]}Input");
        }

        return tool;
    }

    // Web tools always run at the service, also for self-hosted environments.
    public override bool RunsAtWorker(SessionState session) => session.IsSelfHosted && Name is not ("web_search" or "web_fetch");
}

internal sealed class McpCall(string server, string name, JsonObject? input) : ScriptedCall(name, input)
{
    public override string EventType => "agent.mcp_tool_use";

    public override JsonObject Fields()
    {
        var fields = base.Fields();
        fields["mcp_server_name"] = server;
        return fields;
    }

    public override AgentTool? Find(SessionThread thread) => AgentTools.FindMcp(thread.Agent, server, Name) ?? throw Lacks(thread, $"the toolset of the MCP server \"{server}\" for");
}

internal sealed class CustomCall(string name, JsonObject? input) : ScriptedCall(name, input)
{
    public override string EventType => "agent.custom_tool_use";

    public override AgentTool? Find(SessionThread thread) => AgentTools.HasCustom(thread.Agent, Name) ? null : throw Lacks(thread, "the custom tool");
}
