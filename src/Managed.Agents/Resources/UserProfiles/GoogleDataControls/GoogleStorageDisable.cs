namespace Managed.Agents.UserProfiles;

/// <summary>Removes the bucket of every region.</summary>
public sealed record GoogleStorageDisable : GoogleStorageControlUpdate;
