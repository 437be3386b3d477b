namespace Managed.Agents.UserProfiles;

/// <summary>The approval was withdrawn or paused. The region does not apply the control.</summary>
public sealed record GoogleCmekRegionSuspended : GoogleCmekRegionStatus;
