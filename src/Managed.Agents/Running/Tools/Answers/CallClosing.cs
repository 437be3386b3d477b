namespace Managed.Agents;

/// <summary>Why a call no longer waits for an answer.</summary>
internal enum CallClosing
{
    /// <summary>It has a result.</summary>
    Answered,

    /// <summary>It was denied. The service reports the denial to the agent.</summary>
    Denied,

    /// <summary>Its thread or its session was interrupted.</summary>
    Interrupted,

    /// <summary>Its thread or its session became idle for another reason than a required action, or ended.</summary>
    TurnEnded,
}
