using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>The reason why a thread or a session is idle.</summary>
internal sealed record StopReason(string Type)
{
    public static StopReason EndTurn { get; } = new("end_turn");

    public static StopReason BudgetReached { get; } = new("budget_reached");

    public static StopReason RetriesExhausted { get; } = new("retries_exhausted");

    /// <summary>For <c>requires_action</c>: the event ids of the calls that wait for the client.</summary>
    public IReadOnlyList<string>? EventIds { get; init; }

    /// <summary>The details of a refusal.</summary>
    public (string? Category, string? Explanation)? Refusal { get; init; }

    public static StopReason RequiresAction(IEnumerable<PendingCall> calls) => new("requires_action") { EventIds = [.. calls.Select(static call => call.EventId)] };

    /// <summary>Adds the two fields of an idle event.</summary>
    public JsonObject AddTo(JsonObject idle)
    {
        var reason = Json.Typed(Type);
        if (EventIds is not null)
        {
            reason["event_ids"] = new JsonArray([.. EventIds.Select(static id => (JsonNode)id)]);
        }

        idle["stop_reason"] = reason;
        idle["stop_details"] = Refusal is { } refusal
            ? new JsonObject { ["type"] = "refusal", ["category"] = refusal.Category, ["explanation"] = refusal.Explanation }
            : null;
        return idle;
    }
}
