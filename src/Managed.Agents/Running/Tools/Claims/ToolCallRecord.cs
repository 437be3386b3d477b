namespace Managed.Agents;

/// <summary>The record of a tool call in a store.</summary>
public sealed record ToolCallRecord
{
    /// <summary>The session (<c>sesn_…</c>).</summary>
    public required string SessionId { get; init; }

    /// <summary>The id of the call (<c>sevt_…</c>).</summary>
    public required string CallId { get; init; }

    /// <summary>The state of the call.</summary>
    public required ToolCallState State { get; init; }

    /// <summary>The number of writes of this record, starting at 1.</summary>
    public required long Revision { get; init; }

    /// <summary>The name of the tool.</summary>
    public string ToolName { get; init => field = value ?? ""; } = "";

    /// <summary>When the call was first started.</summary>
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>When the lease of the process that runs the call expires.</summary>
    public DateTimeOffset LeaseUntil { get; init; }

    /// <summary>The number of times the call was started. More than once only for idempotent tools.</summary>
    /// <value>0 if a process claimed the call and left before it started it. Any process can then start the call.</value>
    public int Starts { get; init; } = 1;

    /// <summary>The id of the claim that wrote the record, by which a process recognizes its own record when the store loses the response to a write.</summary>
    /// <value>Null in records of earlier versions. A store must return it as it was written.</value>
    public string? ClaimId { get; init; }

    /// <summary>The result.</summary>
    /// <value>Null unless the state is <see cref="ToolCallState.Completed"/>.</value>
    public ToolResult? Result { get; init; }

    /// <summary>Whether it is unknown if the call took effect. The result is then the substitute that was sent as the answer.</summary>
    public bool IsOutcomeUnknown { get; init; }

    /// <summary>Reads a record that was written with <see cref="ToJson"/>.</summary>
    /// <param name="json">The JSON.</param>
    /// <returns>The record.</returns>
    /// <exception cref="System.Text.Json.JsonException">The JSON is not a valid record. The message does not contain the JSON.</exception>
    public static ToolCallRecord FromJson(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return ToolCallRecordJson.Read(json);
    }

    /// <summary>Returns the record as JSON, for stores that store text.</summary>
    /// <returns>A JSON object.</returns>
    public string ToJson() => ToolCallRecordJson.Write(this);
}

/// <summary>The state of a tool call.</summary>
public enum ToolCallState
{
    /// <summary>The call was started. It is not yet known whether it took effect.</summary>
    Started,

    /// <summary>The call has a result, which may not have been sent to the session yet.</summary>
    Completed,

    /// <summary>The session has the result, and the record no longer contains it.</summary>
    Answered,
}
