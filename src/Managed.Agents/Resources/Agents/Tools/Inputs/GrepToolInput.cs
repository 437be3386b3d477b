namespace Managed.Agents;

/// <summary>What the built-in tool <c>grep</c> is called with: a pattern for the content of files.</summary>
/// <remarks>It stands in <see cref="AgentToolUseEvent.Input"/>. A model wrote it, so anything in it may be missing or wrong.</remarks>
public sealed record GrepToolInput : ApiObject
{
    /// <summary>The pattern, a regular expression.</summary>
    public string Pattern { get; init => field = value ?? ""; } = "";

    /// <summary>The file or folder to look in; null for the working directory of the runner.</summary>
    public string? Path { get; init; }
}
