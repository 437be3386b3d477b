namespace Managed.Agents;

/// <summary>The confirmation that a session was deleted.</summary>
public sealed record DeletedSession : ApiObject
{
    internal override string? WireType => "session_deleted";

    /// <summary>The id of the session.</summary>
    public required string Id { get; init; }
}
