using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>The duration and active time of a thread.</summary>
public sealed record SessionThreadStats : ApiObject
{
    /// <summary>The active time of the thread, in seconds.</summary>
    [JsonPropertyName("active_seconds")]
    [JsonConverter(typeof(SecondsConverter))]
    public TimeSpan? ActiveDuration { get; init; }

    /// <summary>The time since the thread was started, in seconds.</summary>
    [JsonPropertyName("duration_seconds")]
    [JsonConverter(typeof(SecondsConverter))]
    public TimeSpan? TotalDuration { get; init; }

    /// <summary>The startup time of the thread, in seconds.</summary>
    [JsonPropertyName("startup_seconds")]
    [JsonConverter(typeof(SecondsConverter))]
    public TimeSpan? StartupDuration { get; init; }
}
