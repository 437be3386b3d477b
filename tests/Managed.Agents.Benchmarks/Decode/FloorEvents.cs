using System.Text.Json;
using System.Text.Json.Serialization;

namespace Managed.Agents.Benchmarks.Decode;

// Only the fields of the contract. A union is one record with the fields of all its variants.

internal abstract record FloorEvent
{
    public string Id { get; init; } = "";

    [JsonIgnore]
    public abstract string Type { get; }

    public DateTimeOffset? ProcessedAt { get; init; }
}

internal sealed record FloorUserMessage : FloorEvent
{
    public override string Type => "user.message";

    public IReadOnlyList<FloorBlock> Content { get; init; } = [];
}

internal sealed record FloorStatusRunning : FloorEvent
{
    public override string Type => "session.status_running";
}

internal sealed record FloorModelRequestStart : FloorEvent
{
    public override string Type => "span.model_request_start";
}

internal sealed record FloorModelRequestEnd : FloorEvent
{
    public override string Type => "span.model_request_end";

    public bool? IsError { get; init; }

    public string ModelRequestStartId { get; init; } = "";

    public FloorModelUsage? ModelUsage { get; init; }
}

internal sealed record FloorThinking : FloorEvent
{
    public override string Type => "agent.thinking";
}

internal sealed record FloorAgentMessage : FloorEvent
{
    public override string Type => "agent.message";

    public IReadOnlyList<FloorBlock> Content { get; init; } = [];
}

internal sealed record FloorToolUse : FloorEvent
{
    public override string Type => "agent.tool_use";

    public JsonElement Input { get; init; }

    public string Name { get; init; } = "";

    public string? EvaluatedPermission { get; init; }

    public FloorEvaluation? Evaluation { get; init; }

    public string? SessionThreadId { get; init; }
}

internal sealed record FloorToolResult : FloorEvent
{
    public override string Type => "agent.tool_result";

    public string ToolUseId { get; init; } = "";

    public IReadOnlyList<FloorBlock> Content { get; init; } = [];

    public bool? IsError { get; init; }
}

internal sealed record FloorUsageEvent : FloorEvent
{
    public override string Type => "session.usage";

    public FloorUsage? Usage { get; init; }

    public FloorBudget? Budget { get; init; }
}

internal sealed record FloorStatusIdle : FloorEvent
{
    public override string Type => "session.status_idle";

    public FloorStopReason? StopReason { get; init; }

    public FloorStopDetails? StopDetails { get; init; }
}

internal sealed record FloorStatusTerminated : FloorEvent
{
    public override string Type => "session.status_terminated";
}
