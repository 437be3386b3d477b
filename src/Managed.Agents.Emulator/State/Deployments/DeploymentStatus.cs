namespace Managed.Agents.Emulator;

/// <summary>The status of a deployment.</summary>
internal enum DeploymentStatus
{
    Active,
    Paused,
}
