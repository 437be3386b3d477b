namespace Managed.Agents;

/// <summary>The organization's rate limit for the model was exceeded.</summary>
public sealed record ModelRateLimitedError : SessionError;
