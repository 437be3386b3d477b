namespace Managed.Agents.Emulator;

/// <summary>The status of a session or of one of its threads.</summary>
internal enum SessionStatus
{
    Idle,
    Running,
    Rescheduling,
    Terminated,
}
