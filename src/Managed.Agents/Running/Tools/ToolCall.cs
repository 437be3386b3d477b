using System.Text.Json;

namespace Managed.Agents;

/// <summary>A call that an agent makes of a tool, whichever kind of tool it is.</summary>
public sealed record ToolCall
{
    /// <summary>The session (<c>sesn_…</c>) in which the call was made.</summary>
    public required string SessionId { get; init; }

    /// <summary>The id of the event with the call (<c>sevt_…</c>), by which it is answered.</summary>
    public required string Id { get; init; }

    /// <summary>Who runs it.</summary>
    public required ToolCallKind Kind { get; init; }

    /// <summary>The name of the tool.</summary>
    public required string Name { get; init; }

    /// <summary>The arguments: a JSON object.</summary>
    public JsonElement Input { get; init; }

    /// <summary>The MCP server whose tool it is; null for other tools.</summary>
    public string? McpServerName { get; init; }

    /// <summary>The thread whose agent made the call; null for the primary thread.</summary>
    public string? SessionThreadId { get; init; }

    /// <summary>The name of the agent that made the call; null when it is not known.</summary>
    public string? AgentName { get; init; }

    /// <summary>What the service decided about the call.</summary>
    /// <value>Null for custom tools, about which it decides nothing.</value>
    public EvaluatedPermission? EvaluatedPermission { get; init; }

    /// <summary>Whether the service waits for a <see cref="UserToolConfirmation"/> before the call goes on.</summary>
    public bool AsksForConfirmation => Kind != ToolCallKind.Custom && EvaluatedPermission == Managed.Agents.EvaluatedPermission.Ask;

    /// <summary>Reads the call out of an event.</summary>
    /// <param name="sessionId">The session of the event.</param>
    /// <param name="received">Any event.</param>
    /// <returns>The call; null when the event is none, or has no id by which it could be answered.</returns>
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

    /// <summary>The call on one line.</summary>
    /// <returns>Its id, tool and arguments, the latter cut when they are long.</returns>
    public override string ToString() => LogLine.Of(Id, LogLine.Call(McpServerName is null ? Name : $"{McpServerName} {Name}", Input));
}
