namespace Managed.Agents;

/// <summary>The model is overloaded.</summary>
public sealed record ModelOverloadedError : SessionError;
