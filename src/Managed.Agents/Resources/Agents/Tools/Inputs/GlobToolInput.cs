namespace Managed.Agents;

/// <summary>What the built-in tool <c>glob</c> is called with: a pattern for names of files.</summary>
/// <remarks>It stands in <see cref="AgentToolUseEvent.Input"/>. A model wrote it, so anything in it may be missing or wrong.</remarks>
public sealed record GlobToolInput : ApiObject
{
    /// <summary>The pattern.</summary>
    public string Pattern { get; init => field = value ?? ""; } = "";

    /// <summary>The folder to look in; null for the working directory of the runner.</summary>
    public string? Path { get; init; }
}
