namespace Managed.Agents;

/// <summary>The input of the built-in tool <c>edit</c>, which replaces text in a file.</summary>
/// <remarks>The content of <see cref="AgentToolUseEvent.Input"/>. A model writes it, so any field may be missing or wrong.</remarks>
public sealed record EditToolInput : ApiObject
{
    /// <summary>The path of the file.</summary>
    public string FilePath { get; init => field = value ?? ""; } = "";

    /// <summary>The text to replace. It must occur exactly once unless <see cref="ReplaceAll"/> is set.</summary>
    public string OldString { get; init => field = value ?? ""; } = "";

    /// <summary>The replacement text.</summary>
    public string NewString { get; init => field = value ?? ""; } = "";

    /// <summary>Whether to replace every occurrence. Default: <see langword="false"/>.</summary>
    public bool? ReplaceAll { get; init; }
}
