namespace Managed.Agents;

/// <summary>The model has too much to do at the moment.</summary>
public sealed record ModelOverloadedError : SessionError;
