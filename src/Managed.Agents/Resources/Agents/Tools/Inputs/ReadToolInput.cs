namespace Managed.Agents;

/// <summary>What the built-in tool <c>read</c> is called with: a file, or some lines of it.</summary>
/// <remarks>It stands in <see cref="AgentToolUseEvent.Input"/>. A model wrote it, so anything in it may be missing or wrong.</remarks>
public sealed record ReadToolInput : ApiObject
{
    /// <summary>The file.</summary>
    public string FilePath { get; init => field = value ?? ""; } = "";

    /// <summary>The first and the last line, counted from 1, both included. A last line of 0 or less means to the end.</summary>
    /// <value>Empty for the whole file.</value>
    public IReadOnlyList<int> ViewRange { get; init => field = ReadOnlyCopy.OfList(value); } = [];
}
