namespace Managed.Agents.Benchmarks.Decode;

internal sealed record FloorBlock
{
    public string Type { get; init; } = "";

    public string Text { get; init; } = "";
}

internal sealed record FloorModelUsage
{
    public long CacheCreationInputTokens { get; init; }

    public long CacheReadInputTokens { get; init; }

    public long InputTokens { get; init; }

    public long OutputTokens { get; init; }

    public string? Speed { get; init; }
}

internal sealed record FloorEvaluation
{
    public string Type { get; init; } = "";

    public FloorAutoPermission? EvaluatedPermission { get; init; }
}

internal sealed record FloorAutoPermission
{
    public string Type { get; init; } = "";

    public string? ReasonCode { get; init; }
}

internal sealed record FloorUsage
{
    public double? ActiveSeconds { get; init; }

    public FloorCacheCreation? CacheCreation { get; init; }

    public long? CacheReadInputTokens { get; init; }

    public long? InputTokens { get; init; }

    public FloorAmount? ListCost { get; init; }

    public long? OutputTokens { get; init; }

    public FloorServerToolUse? ServerToolUse { get; init; }
}

internal sealed record FloorCacheCreation
{
    public long? Ephemeral1hInputTokens { get; init; }

    public long? Ephemeral5mInputTokens { get; init; }
}

internal sealed record FloorServerToolUse
{
    public long? WebFetchRequests { get; init; }

    public long? WebSearchRequests { get; init; }
}

internal sealed record FloorAmount
{
    public string Amount { get; init; } = "";

    public string Currency { get; init; } = "";
}

internal sealed record FloorBudget
{
    public string Type { get; init; } = "";

    public FloorAmount? MaxListCost { get; init; }
}

internal sealed record FloorStopReason
{
    public string Type { get; init; } = "";

    public IReadOnlyList<string> EventIds { get; init; } = [];
}

internal sealed record FloorStopDetails
{
    public string Type { get; init; } = "";

    public string? Category { get; init; }

    public string? Explanation { get; init; }
}
