using System.Text.Json;

namespace Managed.Agents;

/// <summary>A tool call of an agent, of any kind.</summary>
public sealed record ToolCall
{
    /// <summary>The session of the call (<c>sesn_…</c>).</summary>
    public required string SessionId { get; init; }

    /// <summary>The id of the call event (<c>sevt_…</c>), which is used in the answer.</summary>
    public required string Id { get; init; }

    /// <summary>The kind of the call.</summary>
    public required ToolCallKind Kind { get; init; }

    /// <summary>The name of the tool.</summary>
    public required string Name { get; init; }

    /// <summary>The arguments, a JSON object.</summary>
    public JsonElement Input { get; init; }

    /// <summary>The name of the MCP server of the tool, or null for other tools.</summary>
    public string? McpServerName { get; init; }

    /// <summary>The thread of the calling agent, or null for the primary thread.</summary>
    public string? SessionThreadId { get; init; }

    /// <summary>The name of the calling agent, or null if it is unknown.</summary>
    public string? AgentName { get; init; }

    /// <summary>The decision of the service about the call.</summary>
    /// <value>Null for custom tools, for which the service makes no decision.</value>
    public EvaluatedPermission? EvaluatedPermission { get; init; }

    /// <summary>Whether the service waits for a <see cref="UserToolConfirmation"/> before the call continues.</summary>
    public bool AsksForConfirmation => Kind != ToolCallKind.Custom && EvaluatedPermission == Managed.Agents.EvaluatedPermission.Ask;

    /// <summary>Creates a call from an event.</summary>
    /// <param name="sessionId">The session of the event.</param>
    /// <param name="received">Any event.</param>
    /// <returns>The call, or null if the event is not a tool call or has no id.</returns>
    public static ToolCall? From(string sessionId, SessionEvent received)
    {
        ArgumentException.ThrowIfNullOrEmpty(sessionId);
        ArgumentNullException.ThrowIfNull(received);
        return received switch
        {
            { Id: "" } => null,
            AgentCustomToolUseEvent use => Make(ToolCallKind.Custom, use.Name, use.Input, null),
            AgentToolUseEvent use => Make(ToolCallKind.BuiltIn, use.Name, use.Input, use.EvaluatedPermission),
            AgentMcpToolUseEvent use => Make(ToolCallKind.Mcp, use.Name, use.Input, use.EvaluatedPermission) with { McpServerName = use.McpServerName },
            _ => null,
        };

        ToolCall Make(ToolCallKind kind, string name, JsonElement input, EvaluatedPermission? permission) => new()
        {
            SessionId = sessionId,
            Id = received.Id,
            Kind = kind,
            Name = name,
            Input = input,
            SessionThreadId = received.SessionThreadId,
            EvaluatedPermission = permission,
        };
    }

    /// <summary>Returns the call on one line.</summary>
    /// <returns>The id, the tool and the arguments, which are truncated if they are long.</returns>
    public override string ToString() => LogLine.Of(Id, LogLine.Call(McpServerName is null ? Name : $"{McpServerName} {Name}", Input));
}
