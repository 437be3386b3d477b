namespace Managed.Agents;

/// <summary>What is decided about a tool call.</summary>
/// <remarks>Make one with <see cref="Allow"/>, <see cref="Deny(string?)"/> or <see cref="Defer"/>.</remarks>
public sealed record ToolApprovalDecision
{
    private const int MaxReason = 10_000;

    /// <summary>Makes a verdict, for example from one that was stored.</summary>
    /// <param name="kind">What is decided. A kind that is not known denies.</param>
    /// <param name="reason">What the agent is told about a denial: at most 10,000 characters.</param>
    /// <exception cref="ArgumentException">The reason is longer.</exception>
    public ToolApprovalDecision(ToolApprovalDecisionKind kind, string? reason = null)
    {
        if (reason?.Length > MaxReason)
        {
            throw new ArgumentException($"The reason has {reason.Length} characters, and at most {MaxReason} can be told to the agent. Shorten it.", nameof(reason));
        }

        Kind = kind;
        Reason = reason;
    }

    /// <summary>The call may run.</summary>
    public static ToolApprovalDecision Allow { get; } = new(ToolApprovalDecisionKind.Allow);

    /// <summary>Not decided now. The call stays open, the wait ends, and the turn lists the call as pending; anybody can decide later.</summary>
    public static ToolApprovalDecision Defer { get; } = new(ToolApprovalDecisionKind.Defer);

    /// <summary>What is decided.</summary>
    public ToolApprovalDecisionKind Kind { get; }

    /// <summary>What the agent is told about a denial; null for nothing but that.</summary>
    public string? Reason { get; }

    /// <summary>The call must not run.</summary>
    /// <param name="reason">What the agent is told: at most 10,000 characters.</param>
    /// <returns>The verdict.</returns>
    /// <exception cref="ArgumentException">The reason is longer.</exception>
    public static ToolApprovalDecision Deny(string? reason = null) => new(ToolApprovalDecisionKind.Deny, reason);
}

/// <summary>The kinds of <see cref="ToolApprovalDecision"/>.</summary>
public enum ToolApprovalDecisionKind
{
    /// <summary>The call must not run.</summary>
    Deny,

    /// <summary>The call may run.</summary>
    Allow,

    /// <summary>Not decided now.</summary>
    Defer,
}
