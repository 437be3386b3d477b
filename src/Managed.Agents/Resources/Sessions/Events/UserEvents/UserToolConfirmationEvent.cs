namespace Managed.Agents;

/// <summary>An answer to a tool call that waited for permission, as it was stored.</summary>
public sealed record UserToolConfirmationEvent : SessionEvent
{
    /// <summary>The id of the tool call that is answered.</summary>
    public string ToolUseId { get; init => field = value ?? ""; } = "";

    /// <summary>Whether the call may run.</summary>
    public ToolConfirmationResult Result { get; init; }

    /// <summary>What the agent is told about a denial.</summary>
    public string? DenyMessage { get; init; }

    private protected override string Detail => $"{Result} {ToolUseId} {DenyMessage}";
}
