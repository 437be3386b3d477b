namespace Managed.Agents;

/// <summary>A decision about a tool call.</summary>
/// <remarks>Create one with <see cref="Allow"/>, <see cref="Deny(string?)"/> or <see cref="Defer"/>.</remarks>
public sealed record ToolApprovalDecision
{
    internal const int MaxReason = 10_000;

    /// <summary>Initializes a new instance of the <see cref="ToolApprovalDecision"/> class, for example from a stored decision.</summary>
    /// <param name="kind">The kind of the decision. An unrecognized kind denies the call.</param>
    /// <param name="reason">The reason of a denial for the agent. At most 10,000 characters.</param>
    /// <exception cref="ArgumentException">The reason is too long.</exception>
    public ToolApprovalDecision(ToolApprovalDecisionKind kind, string? reason = null)
    {
        if (reason?.Length > MaxReason)
        {
            throw new ArgumentException($"The reason has {reason.Length} characters, but at most {MaxReason} are allowed. Shorten it.", nameof(reason));
        }

        Kind = kind;
        Reason = reason;
    }

    /// <summary>A decision to allow the call.</summary>
    public static ToolApprovalDecision Allow { get; } = new(ToolApprovalDecisionKind.Allow);

    /// <summary>The decision is deferred. The call stays open and the turn ends with the call pending. Any client can decide later.</summary>
    public static ToolApprovalDecision Defer { get; } = new(ToolApprovalDecisionKind.Defer);

    /// <summary>The kind of the decision.</summary>
    public ToolApprovalDecisionKind Kind { get; }

    /// <summary>The reason of a denial for the agent, or null for none.</summary>
    public string? Reason { get; }

    /// <summary>Creates a decision to deny the call.</summary>
    /// <param name="reason">The reason for the agent, or null for none. At most 10,000 characters.</param>
    /// <returns>The decision.</returns>
    /// <exception cref="ArgumentException">The reason is too long.</exception>
    public static ToolApprovalDecision Deny(string? reason = null) => new(ToolApprovalDecisionKind.Deny, reason);
}

/// <summary>The kinds of <see cref="ToolApprovalDecision"/>.</summary>
public enum ToolApprovalDecisionKind
{
    /// <summary>The call must not run.</summary>
    Deny,

    /// <summary>The call may run.</summary>
    Allow,

    /// <summary>The decision is deferred.</summary>
    Defer,
}
