using System.Text.Json;

namespace Managed.Agents;

/// <summary>Who holds a work item when a heartbeat is refused, because another worker's was the last.</summary>
public sealed record WorkLeaseState : ApiObject
{
    /// <summary>The code of the error that carries this.</summary>
    public const string ErrorCode = "heartbeat_precondition_failed";

    /// <summary>The heartbeat that is the last, in the text of the service; null when there was none.</summary>
    public string? LastHeartbeat { get; init; }

    /// <summary>Whether the lease was extended: false.</summary>
    public bool LeaseExtended { get; init; }

    /// <summary>The state of the item.</summary>
    public WorkState State { get; init; }

    /// <summary>For how many seconds the lease lasts.</summary>
    public int TimeToLive { get; init; }

    /// <summary>Reads the state from the error of a refused heartbeat.</summary>
    /// <example><code>catch (ManagedAgentsApiException error) when (WorkLeaseState.From(error) is { } lease)</code></example>
    /// <param name="error">The error.</param>
    /// <returns>The state; null when the error is another one or carries none.</returns>
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
