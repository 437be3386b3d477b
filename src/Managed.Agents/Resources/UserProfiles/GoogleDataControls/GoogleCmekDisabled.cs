namespace Managed.Agents.UserProfiles;

/// <summary>No key of the customer is used.</summary>
public sealed record GoogleCmekDisabled : GoogleCmekControl;
