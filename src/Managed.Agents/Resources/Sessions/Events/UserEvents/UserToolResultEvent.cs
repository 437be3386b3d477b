namespace Managed.Agents;

/// <summary>The result of a built-in tool that ran in a self-hosted environment, as it was stored.</summary>
public sealed record UserToolResultEvent : SessionEvent
{
    /// <summary>The id of the <see cref="AgentToolUseEvent"/>.</summary>
    public string ToolUseId { get; init => field = value ?? ""; } = "";

    /// <summary>What the tool returned; may be empty.</summary>
    public IReadOnlyList<SessionContentBlock> Content { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>Whether the call failed.</summary>
    /// <value>Null means it did not.</value>
    public bool? IsError { get; init; }

    private protected override string Detail => LogLine.Result(IsError, Content);
}
