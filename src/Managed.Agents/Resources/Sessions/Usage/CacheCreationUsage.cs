using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>The number of input tokens written to the cache, by cache lifetime.</summary>
public sealed record CacheCreationUsage : ApiObject
{
    /// <summary>The number of tokens written to the five-minute cache.</summary>
    [JsonPropertyName("ephemeral_5m_input_tokens")]
    public long? Ephemeral5mInputTokens { get; init; }

    /// <summary>The number of tokens written to the one-hour cache.</summary>
    [JsonPropertyName("ephemeral_1h_input_tokens")]
    public long? Ephemeral1hInputTokens { get; init; }
}
