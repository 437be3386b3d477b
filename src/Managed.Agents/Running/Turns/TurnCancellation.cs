namespace Managed.Agents;

/// <summary>What becomes of a session whose turn is cancelled.</summary>
public enum TurnCancellation
{
    /// <summary>It is left alone and works on. <c>ResumeAsync</c> goes on with the turn.</summary>
    LeaveRunning,

    /// <summary>It is interrupted.</summary>
    Interrupt,

    /// <summary>It is interrupted and, when it rests, archived.</summary>
    Archive,

    /// <summary>It is interrupted and, when it rests, deleted.</summary>
    Delete,
}
