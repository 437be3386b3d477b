namespace Managed.Agents;

/// <summary>The input of the built-in tool <c>write</c>, which writes a whole file.</summary>
/// <remarks>The content of <see cref="AgentToolUseEvent.Input"/>. A model writes it, so any field may be missing or wrong.</remarks>
public sealed record WriteToolInput : ApiObject
{
    /// <summary>The path of the file.</summary>
    public string FilePath { get; init => field = value ?? ""; } = "";

    /// <summary>The content of the file.</summary>
    public string Content { get; init => field = value ?? ""; } = "";
}
