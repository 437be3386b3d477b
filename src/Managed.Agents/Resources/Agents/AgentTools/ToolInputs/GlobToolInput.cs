namespace Managed.Agents;

/// <summary>The input of the built-in tool <c>glob</c>, which finds files by name.</summary>
/// <remarks>The content of <see cref="AgentToolUseEvent.Input"/>. A model writes it, so any field may be missing or wrong.</remarks>
public sealed record GlobToolInput : ApiObject
{
    /// <summary>The pattern for file names.</summary>
    public string Pattern { get; init => field = value ?? ""; } = "";

    /// <summary>The folder to search; <see langword="null"/> for the working directory of the tool runner.</summary>
    public string? Path { get; init; }
}
