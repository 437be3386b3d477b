namespace Managed.Agents;

/// <summary>The rate limit of the organization for the model was hit.</summary>
public sealed record ModelRateLimitedError : SessionError;
