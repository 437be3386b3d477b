namespace Managed.Agents;

/// <summary>What happens to the session when its turn is canceled.</summary>
public enum TurnCancellation
{
    /// <summary>The session continues. <c>ResumeAsync</c> resumes the turn.</summary>
    LeaveRunning,

    /// <summary>The session is interrupted.</summary>
    Interrupt,

    /// <summary>The session is interrupted and, when it is idle, archived.</summary>
    Archive,

    /// <summary>The session is interrupted and, when it is idle, deleted.</summary>
    Delete,
}
