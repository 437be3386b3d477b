namespace Managed.Agents;

/// <summary>What the built-in tool <c>edit</c> is called with: a text to replace in a file.</summary>
/// <remarks>It stands in <see cref="AgentToolUseEvent.Input"/>. A model wrote it, so anything in it may be missing or wrong.</remarks>
public sealed record EditToolInput : ApiObject
{
    /// <summary>The file.</summary>
    public string FilePath { get; init => field = value ?? ""; } = "";

    /// <summary>The text to replace. It must occur exactly once unless <see cref="ReplaceAll"/> is set.</summary>
    public string OldString { get; init => field = value ?? ""; } = "";

    /// <summary>The text in its place.</summary>
    public string NewString { get; init => field = value ?? ""; } = "";

    /// <summary>Whether to replace every occurrence; null for no.</summary>
    public bool? ReplaceAll { get; init; }
}
