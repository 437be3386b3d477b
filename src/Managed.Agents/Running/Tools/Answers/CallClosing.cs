namespace Managed.Agents;

/// <summary>Why a call no longer waits for an answer.</summary>
internal enum CallClosing
{
    /// <summary>It has a result.</summary>
    Answered,

    /// <summary>It was denied. The service reports the denial to the agent.</summary>
    Denied,

    /// <summary>It was allowed, so that it needs no decision. A call that runs here still needs its result. Never the closing of a <see cref="CallHistoryEntry"/>.</summary>
    Allowed,

    /// <summary>Its thread or its session was interrupted.</summary>
    Interrupted,

    /// <summary>Its thread or its session became idle for another reason than a required action, or ended.</summary>
    TurnEnded,
}
