namespace Managed.Agents;

/// <summary>Whether a call may be started, by what its record says.</summary>
/// <param name="MayStartNew">Whether it may be started without a record: an approval that it needs was given.</param>
/// <param name="MayStartAgain">Whether it may be started although it may have run: its function is idempotent.</param>
/// <param name="WasStartedHere">Whether this executor has started it, whatever its record says.</param>
internal sealed record ClaimRules(bool MayStartNew, bool MayStartAgain, bool WasStartedHere)
{
    public bool MayStart(ToolCallRecord? known) => known switch
    {
        null => MayStartNew && (MayStartAgain || !WasStartedHere),
        { Starts: 0 } => MayStartAgain || !WasStartedHere,
        _ => MayStartAgain,
    };
}
