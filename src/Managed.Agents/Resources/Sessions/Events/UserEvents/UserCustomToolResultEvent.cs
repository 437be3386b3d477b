namespace Managed.Agents;

/// <summary>A stored <see cref="UserCustomToolResult"/>: the result of a tool that the client ran.</summary>
public sealed record UserCustomToolResultEvent : SessionEvent
{
    /// <summary>The id of the <see cref="AgentCustomToolUseEvent"/>.</summary>
    public string CustomToolUseId { get; init => field = value ?? ""; } = "";

    /// <summary>The content that the tool returned. May be empty.</summary>
    public IReadOnlyList<SessionContentBlock> Content { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>Whether the call failed.</summary>
    /// <value><see langword="null"/> means that it did not fail.</value>
    public bool? IsError { get; init; }

    private protected override string Detail => LogLine.Result(IsError, Content);
}
