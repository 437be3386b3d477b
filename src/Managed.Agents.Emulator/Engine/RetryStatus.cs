namespace Managed.Agents.Emulator;

/// <summary>What the service does after a session error.</summary>
internal enum RetryStatus
{
    Retrying,
    Exhausted,
    Terminal,
}
