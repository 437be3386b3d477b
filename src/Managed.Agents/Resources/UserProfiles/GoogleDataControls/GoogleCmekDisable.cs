namespace Managed.Agents.UserProfiles;

/// <summary>Removes the key of every region.</summary>
public sealed record GoogleCmekDisable : GoogleCmekControlUpdate;
