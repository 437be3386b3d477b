using System.Text.Json;
using System.Text.Json.Serialization;

namespace Managed.Agents.Work;

/// <summary>The state of a work item's lease, reported when a heartbeat is rejected because another worker sent the last one.</summary>
public sealed record WorkLeaseState : ApiObject
{
    /// <summary>The code of the error that contains this state.</summary>
    public const string ErrorCode = "heartbeat_precondition_failed";

    /// <summary>The last heartbeat, as sent by the service; <see langword="null"/> when there was none.</summary>
    public string? LastHeartbeat { get; init; }

    /// <summary>Whether the lease was extended. Always <see langword="false"/> in this error.</summary>
    public bool LeaseExtended { get; init; }

    /// <summary>The state of the item.</summary>
    public WorkState State { get; init; }

    /// <summary>The duration of the lease, in seconds on the wire.</summary>
    [JsonPropertyName("ttl_seconds")]
    [JsonConverter(typeof(SecondsConverter))]
    public TimeSpan TimeToLive { get; init; }

    /// <summary>Reads the state from the error of a rejected heartbeat.</summary>
    /// <example><code>catch (ManagedAgentsApiException error) when (WorkLeaseState.From(error) is { } lease)</code></example>
    /// <param name="error">The error.</param>
    /// <returns>The state; <see langword="null"/> when the error is a different one or contains no state.</returns>
    public static WorkLeaseState? From(ManagedAgentsApiException error)
    {
        ArgumentNullException.ThrowIfNull(error);
        try
        {
            return error is { ErrorCode: ErrorCode, Details.ValueKind: JsonValueKind.Object }
                && error.Details.TryGetProperty("current_state", out var state)
                && state.ValueKind == JsonValueKind.Object
                    ? state.Deserialize(WireJson.TypeOf<WorkLeaseState>())
                    : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
