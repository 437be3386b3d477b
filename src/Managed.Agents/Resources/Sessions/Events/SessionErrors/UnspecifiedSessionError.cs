namespace Managed.Agents;

/// <summary>An error that the API does not classify further.</summary>
public sealed record UnspecifiedSessionError : SessionError;
