namespace Managed.Agents.UserProfiles;

/// <summary>The region has no key.</summary>
public sealed record GoogleCmekRegionNotConfigured : GoogleCmekRegionStatus;
