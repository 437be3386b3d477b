namespace Managed.Agents;

/// <summary>The result of claiming a call.</summary>
/// <param name="Kind">The kind of the result.</param>
/// <param name="Record">The record of the call, or null if there is none.</param>
internal sealed record Claim(ClaimKind Kind, ToolCallRecord? Record);

/// <summary>The kinds of <see cref="Claim"/>.</summary>
internal enum ClaimKind
{
    /// <summary>The record was written by this claim.</summary>
    Ours,

    /// <summary>The call has a result, or is answered.</summary>
    Ended,

    /// <summary>The call was started, its lease has expired, and it must not run again.</summary>
    Abandoned,

    /// <summary>There is no record, and the call must not be started.</summary>
    Absent,
}
