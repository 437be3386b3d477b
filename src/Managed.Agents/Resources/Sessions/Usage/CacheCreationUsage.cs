using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>Input tokens written to the cache, by how long they stay there.</summary>
public sealed record CacheCreationUsage : ApiObject
{
    /// <summary>Tokens that stay for five minutes.</summary>
    [JsonPropertyName("ephemeral_5m_input_tokens")]
    public long? Ephemeral5mInputTokens { get; init; }

    /// <summary>Tokens that stay for an hour.</summary>
    [JsonPropertyName("ephemeral_1h_input_tokens")]
    public long? Ephemeral1hInputTokens { get; init; }
}
