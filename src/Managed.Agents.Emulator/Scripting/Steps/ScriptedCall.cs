using System.Text.Json;
using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>A tool call as a script describes it.</summary>
internal abstract class ScriptedCall(string name, JsonObject? input)
{
    public string Name => name;

    public JsonObject? Input => input;

    public abstract string EventType { get; }

    /// <summary>What the tool gives when it runs, or null if only the client can tell.</summary>
    public string? Result { get; init; }

    public bool IsError { get; init; }

    public TimeSpan Duration { get; init; }

    /// <summary>What the service decides under the policy <c>auto</c>: allow, ask or deny.</summary>
    public string Verdict { get; set; } = "allow";

    public string? ReasonCode { get; set; }

    /// <summary>The fields of the event beside type, id and time.</summary>
    public virtual JsonObject Fields() => new() { ["name"] = name, ["input"] = input?.Copy() ?? [] };

    /// <summary>The tool this call means, or null for a custom tool, which has no policy. Throws if the agent lacks it.</summary>
    public abstract AgentTool? Find(SessionThread thread);

    /// <summary>Whether the client's worker, rather than the service, runs the tool.</summary>
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
            throw new ScriptException($"the input of {name} does not fit: {problem.Message}");
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

    // Web tools run at the service wherever the sandbox is.
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
