namespace Managed.Agents;

/// <summary>The input of the built-in tool <c>read</c>, which reads a file or some of its lines.</summary>
/// <remarks>The content of <see cref="AgentToolUseEvent.Input"/>. A model writes it, so any field may be missing or wrong.</remarks>
public sealed record ReadToolInput : ApiObject
{
    /// <summary>The path of the file.</summary>
    public string FilePath { get; init => field = value ?? ""; } = "";

    /// <summary>The first and the last line to read, both included, starting at 1. A last line of 0 or less reads to the end of the file.</summary>
    /// <value>Empty reads the whole file.</value>
    public IReadOnlyList<int> ViewRange { get; init => field = ReadOnlyCopy.OfList(value); } = [];
}
