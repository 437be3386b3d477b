namespace Managed.Agents;

/// <summary>Something that the API has no kind for.</summary>
public sealed record UnspecifiedSessionError : SessionError;
