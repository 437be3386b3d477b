using System.Text.Json.Serialization;

namespace Managed.Agents.Models;

/// <summary>Which parts of a long conversation a model can remove.</summary>
public sealed record ContextManagementCapability : ApiObject
{
    /// <summary>Whether the model supports the feature.</summary>
    public bool Supported { get; init; }

    /// <summary>Whether the model supports the removal of thinking; <see langword="null"/> when the API does not report it.</summary>
    [JsonPropertyName("clear_thinking_20251015")]
    public CapabilitySupport? ClearThinking { get; init; }

    /// <summary>Whether the model supports the removal of tool uses; <see langword="null"/> when the API does not report it.</summary>
    [JsonPropertyName("clear_tool_uses_20250919")]
    public CapabilitySupport? ClearToolUses { get; init; }

    /// <summary>
    /// Whether the model supports the replacement of older parts with a summary; <see langword="null"/> when the API does not report it.
    /// </summary>
    [JsonPropertyName("compact_20260112")]
    public CapabilitySupport? Compact { get; init; }
}
