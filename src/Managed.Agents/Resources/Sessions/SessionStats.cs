using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>The duration and active time of a session.</summary>
public sealed record SessionStats : ApiObject
{
    internal static SessionStats None { get; } = new();

    /// <summary>The total active time of all threads, in seconds.</summary>
    [JsonPropertyName("active_seconds")]
    [JsonConverter(typeof(SecondsConverter))]
    public TimeSpan? ActiveDuration { get; init; }

    /// <summary>The time since the session was created, in seconds.</summary>
    [JsonPropertyName("duration_seconds")]
    [JsonConverter(typeof(SecondsConverter))]
    public TimeSpan? TotalDuration { get; init; }
}
