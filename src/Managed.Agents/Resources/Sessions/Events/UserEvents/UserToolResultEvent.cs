namespace Managed.Agents;

/// <summary>A stored <see cref="UserToolResult"/>: the result of a built-in tool that ran in a self-hosted environment.</summary>
public sealed record UserToolResultEvent : SessionEvent
{
    /// <summary>The id of the <see cref="AgentToolUseEvent"/>.</summary>
    public string ToolUseId { get; init => field = value ?? ""; } = "";

    /// <summary>The content that the tool returned. May be empty.</summary>
    public IReadOnlyList<SessionContentBlock> Content { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>Whether the call failed.</summary>
    /// <value><see langword="null"/> means that it did not fail.</value>
    public bool? IsError { get; init; }

    private protected override string Detail => LogLine.Result(IsError, Content);
}
