namespace Managed.Agents;

/// <summary>What an event of a session answers: the call, and whether it is a result or a decision.</summary>
/// <param name="CallId">The id of the call event.</param>
/// <param name="Decision">The decision, if the event is a confirmation. Null if it is a result.</param>
internal sealed record CallAnswer(string CallId, ToolConfirmationResult? Decision = null)
{
    /// <summary>The types of the events that answer a call.</summary>
    public static IReadOnlyList<SessionEventType> EventTypes { get; } =
    [
        SessionEventType.UserCustomToolResult, SessionEventType.UserToolResult, SessionEventType.UserToolConfirmation,
        SessionEventType.AgentToolResult, SessionEventType.AgentMcpToolResult,
    ];

    /// <summary>Returns what an event answers, or null if it answers no call.</summary>
    public static CallAnswer? Of(SessionEvent received) => received switch
    {
        UserCustomToolResultEvent { CustomToolUseId.Length: > 0 } result => new CallAnswer(result.CustomToolUseId),
        UserToolResultEvent { ToolUseId.Length: > 0 } result => new CallAnswer(result.ToolUseId),
        UserToolConfirmationEvent { ToolUseId.Length: > 0 } confirmation => new CallAnswer(confirmation.ToolUseId, confirmation.Result),
        AgentToolResultEvent { ToolUseId.Length: > 0 } result => new CallAnswer(result.ToolUseId),
        AgentMcpToolResultEvent { McpToolUseId.Length: > 0 } result => new CallAnswer(result.McpToolUseId),
        _ => null,
    };

    /// <summary>Returns what an input answers, or null if it answers no call.</summary>
    public static CallAnswer? Of(SessionInput input) => input switch
    {
        UserCustomToolResult result => new CallAnswer(result.CustomToolUseId),
        UserToolResult result => new CallAnswer(result.ToolUseId),
        UserToolConfirmation confirmation => new CallAnswer(confirmation.ToolUseId, confirmation.Result),
        _ => null,
    };
}
