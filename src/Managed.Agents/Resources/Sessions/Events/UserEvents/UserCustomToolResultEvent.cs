namespace Managed.Agents;

/// <summary>The result of a tool that the client ran, as it was stored.</summary>
public sealed record UserCustomToolResultEvent : SessionEvent
{
    /// <summary>The id of the <see cref="AgentCustomToolUseEvent"/>.</summary>
    public string CustomToolUseId { get; init => field = value ?? ""; } = "";

    /// <summary>What the tool returned; may be empty.</summary>
    public IReadOnlyList<SessionContentBlock> Content { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>Whether the call failed.</summary>
    /// <value>Null means it did not.</value>
    public bool? IsError { get; init; }

    private protected override string Detail => LogLine.Result(IsError, Content);
}
