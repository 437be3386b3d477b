namespace Managed.Agents.UserProfiles;

/// <summary>No bucket of the customer is used.</summary>
public sealed record GoogleStorageDisabled : GoogleStorageControl;
