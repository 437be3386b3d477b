using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>The kind of answer that a call waits for.</summary>
internal enum PendingKind
{
    /// <summary>No answer: the service runs the call.</summary>
    Service,
    Confirmation,
    CustomResult,
    ToolResult,
}

/// <summary>A tool call without a result.</summary>
internal sealed class PendingCall(string eventId, PendingKind kind, string toolUseType)
{
    public string EventId => eventId;

    public PendingKind Kind => kind;

    /// <summary>The type of the event that made the call.</summary>
    public string ToolUseType => toolUseType;

    /// <summary>The answer as the client sent it, or null.</summary>
    public JsonObject? Answer { get; set; }
}
