namespace Managed.Agents;

/// <summary>A stored <see cref="UserToolConfirmation"/>: the answer to a tool call that waited for permission.</summary>
public sealed record UserToolConfirmationEvent : SessionEvent
{
    /// <summary>The id of the tool call event that this confirmation answers.</summary>
    public string ToolUseId { get; init => field = value ?? ""; } = "";

    /// <summary>Whether the call may run.</summary>
    public ToolConfirmationResult Result { get; init; }

    /// <summary>The message to the agent about a denial.</summary>
    public string? DenyMessage { get; init; }

    private protected override string Detail => $"{Result} {ToolUseId} {DenyMessage}";
}
