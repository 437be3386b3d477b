using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>What the built-in tool <c>bash</c> is called with: a command line for a shell that stays between calls.</summary>
/// <remarks>It stands in <see cref="AgentToolUseEvent.Input"/>. A model wrote it, so anything in it may be missing or wrong.</remarks>
public sealed record BashToolInput : ApiObject
{
    /// <summary>The command line; null only when the shell is to be restarted.</summary>
    public string? Command { get; init; }

    /// <summary>Whether to begin with a fresh shell; null for no.</summary>
    public bool? Restart { get; init; }

    /// <summary>How long the command may take, in milliseconds; null or 0 for what the runner takes by default.</summary>
    [JsonPropertyName("timeout_ms")]
    public int? Timeout { get; init; }
}
