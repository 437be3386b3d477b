namespace Managed.Agents;

/// <summary>What a store remembers about one tool call.</summary>
public sealed record ToolCallRecord
{
    /// <summary>The session (<c>sesn_…</c>).</summary>
    public required string SessionId { get; init; }

    /// <summary>The id of the call (<c>sevt_…</c>).</summary>
    public required string CallId { get; init; }

    /// <summary>How far the call is.</summary>
    public required ToolCallState State { get; init; }

    /// <summary>Counts the writes of this record, from 1.</summary>
    public required long Revision { get; init; }

    /// <summary>The name of the tool.</summary>
    public string ToolName { get; init => field = value ?? ""; } = "";

    /// <summary>When it was first started.</summary>
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>Until when it counts as running without a sign of life from whoever runs it.</summary>
    public DateTimeOffset LeaseUntil { get; init; }

    /// <summary>How many times it was started: more than once only for idempotent tools.</summary>
    public int Starts { get; init; } = 1;

    /// <summary>What came out.</summary>
    /// <value>Null unless the state is <see cref="ToolCallState.Completed"/>.</value>
    public ToolResult? Result { get; init; }

    /// <summary>Whether nobody knows if the call had its effect; the result then is what was answered in place of the true one.</summary>
    public bool IsOutcomeUnknown { get; init; }

    /// <summary>Reads a record that was written with <see cref="ToJson"/>.</summary>
    /// <param name="json">The JSON.</param>
    /// <returns>The record.</returns>
    /// <exception cref="System.Text.Json.JsonException">It is no record. The message does not quote it.</exception>
    public static ToolCallRecord FromJson(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return ToolCallRecordJson.Read(json);
    }

    /// <summary>The record as JSON, for stores that keep text.</summary>
    /// <returns>A JSON object.</returns>
    public string ToJson() => ToolCallRecordJson.Write(this);
}

/// <summary>How far a tool call is.</summary>
public enum ToolCallState
{
    /// <summary>It was started. Whether it had its effect is not known yet.</summary>
    Started,

    /// <summary>It has a result, which may not have reached the session yet.</summary>
    Completed,

    /// <summary>Its result has reached the session, and is not kept any longer.</summary>
    Answered,
}
