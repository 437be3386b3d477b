namespace Managed.Agents;

/// <summary>The confirmation that a resource was removed from a session.</summary>
public sealed record DeletedSessionResource : ApiObject
{
    internal override string? WireType => "session_resource_deleted";

    /// <summary>The id of the resource.</summary>
    public required string Id { get; init; }
}
