namespace Managed.Agents;

/// <summary>A model request failed.</summary>
public sealed record ModelRequestFailedError : SessionError;
