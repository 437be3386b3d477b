using System.Text.Json.Serialization;

namespace Managed.Agents.Models;

/// <summary>Which parts of a long conversation a model can drop.</summary>
public sealed record ContextManagementCapability : ApiObject
{
    /// <summary>Whether the model can do it at all.</summary>
    public bool Supported { get; init; }

    /// <summary>Its thinking; null when the API does not say.</summary>
    [JsonPropertyName("clear_thinking_20251015")]
    public CapabilitySupport? ClearThinking20251015 { get; init; }

    /// <summary>The uses of tools; null when the API does not say.</summary>
    [JsonPropertyName("clear_tool_uses_20250919")]
    public CapabilitySupport? ClearToolUses20250919 { get; init; }

    /// <summary>What a summary stands for; null when the API does not say.</summary>
    [JsonPropertyName("compact_20260112")]
    public CapabilitySupport? Compact20260112 { get; init; }
}
