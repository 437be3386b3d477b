namespace Managed.Agents;

/// <summary>A request to the model failed.</summary>
public sealed record ModelRequestFailedError : SessionError;
