namespace Managed.Agents;

/// <summary>The input of the built-in tool <c>grep</c>, which searches the content of files.</summary>
/// <remarks>The content of <see cref="AgentToolUseEvent.Input"/>. A model writes it, so any field may be missing or wrong.</remarks>
public sealed record GrepToolInput : ApiObject
{
    /// <summary>The regular expression to search for.</summary>
    public string Pattern { get; init => field = value ?? ""; } = "";

    /// <summary>The file or folder to search; <see langword="null"/> for the working directory of the tool runner.</summary>
    public string? Path { get; init; }
}
