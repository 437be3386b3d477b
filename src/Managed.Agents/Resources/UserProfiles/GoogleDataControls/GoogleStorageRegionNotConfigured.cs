namespace Managed.Agents.UserProfiles;

/// <summary>The region has no bucket.</summary>
public sealed record GoogleStorageRegionNotConfigured : GoogleStorageRegionStatus;
