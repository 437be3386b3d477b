namespace Managed.Agents;

/// <summary>The turn waits for the client: for the results of its tools, or for permission to call a tool.</summary>
public sealed record RequiresAction : StopReason
{
    /// <summary>The ids of the tool calls that wait for an answer.</summary>
    /// <remarks>After some of them are answered, the session goes idle again with the rest.</remarks>
    public IReadOnlyList<string> EventIds { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    internal override string Describe() => $"{Type} {string.Join(' ', EventIds)}";
}
