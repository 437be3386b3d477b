namespace Managed.Agents;

/// <summary>The turn waits for the client: for tool results, or for permission to call a tool.</summary>
public sealed record RequiresAction : StopReason
{
    /// <summary>The ids of the tool call events that wait for an answer.</summary>
    /// <remarks>When only some of them are answered, the session becomes idle again with the remaining ids.</remarks>
    public IReadOnlyList<string> EventIds { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    internal override string Describe() => $"{Type} {string.Join(' ', EventIds)}";
}
