using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>The input of the built-in tool <c>bash</c>: a command line for a shell that persists between calls.</summary>
/// <remarks>The content of <see cref="AgentToolUseEvent.Input"/>. A model writes it, so any field may be missing or wrong.</remarks>
public sealed record BashToolInput : ApiObject
{
    /// <summary>The command line. Can be <see langword="null"/> only when the shell is restarted.</summary>
    public string? Command { get; init; }

    /// <summary>Whether to restart the shell. Default: <see langword="false"/>.</summary>
    public bool? Restart { get; init; }

    /// <summary>The timeout of the command, in milliseconds on the wire; <see langword="null"/> or 0 uses the default of the tool runner.</summary>
    [JsonPropertyName("timeout_ms")]
    [JsonConverter(typeof(MillisecondsConverter))]
    public TimeSpan? Timeout { get; init; }
}
