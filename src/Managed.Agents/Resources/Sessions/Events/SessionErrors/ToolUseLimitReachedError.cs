namespace Managed.Agents;

/// <summary>
/// The turn reached the limit of tool use. <see cref="SessionError.Message"/> states which limit. The next message starts a new turn.
/// </summary>
public sealed record ToolUseLimitReachedError : SessionError;
