using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>How long a thread exists and works.</summary>
public sealed record SessionThreadStats : ApiObject
{
    /// <summary>How many seconds the thread worked.</summary>
    [JsonPropertyName("active_seconds")]
    [JsonConverter(typeof(SecondsConverter))]
    public TimeSpan? ActiveDuration { get; init; }

    /// <summary>How many seconds passed from its start on.</summary>
    [JsonPropertyName("duration_seconds")]
    [JsonConverter(typeof(SecondsConverter))]
    public TimeSpan? TotalDuration { get; init; }

    /// <summary>How many seconds the thread took to get ready.</summary>
    [JsonPropertyName("startup_seconds")]
    [JsonConverter(typeof(SecondsConverter))]
    public TimeSpan? StartupDuration { get; init; }
}
