namespace Managed.Agents;

/// <summary>What the built-in tool <c>write</c> is called with: a file and what is to stand in it.</summary>
/// <remarks>It stands in <see cref="AgentToolUseEvent.Input"/>. A model wrote it, so anything in it may be missing or wrong.</remarks>
public sealed record WriteToolInput : ApiObject
{
    /// <summary>The file.</summary>
    public string FilePath { get; init => field = value ?? ""; } = "";

    /// <summary>The whole content.</summary>
    public string Content { get; init => field = value ?? ""; } = "";
}
