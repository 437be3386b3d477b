using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>How long a session exists and works.</summary>
public sealed record SessionStats : ApiObject
{
    internal static SessionStats None { get; } = new();

    /// <summary>How many seconds its threads worked, added up.</summary>
    [JsonPropertyName("active_seconds")]
    [JsonConverter(typeof(SecondsConverter))]
    public TimeSpan? ActiveDuration { get; init; }

    /// <summary>How many seconds passed from its creation on.</summary>
    [JsonPropertyName("duration_seconds")]
    [JsonConverter(typeof(SecondsConverter))]
    public TimeSpan? TotalDuration { get; init; }
}
