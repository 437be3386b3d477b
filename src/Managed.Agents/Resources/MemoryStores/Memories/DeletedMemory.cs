namespace Managed.Agents;

/// <summary>The response to deleting a memory.</summary>
public sealed record DeletedMemory : ApiObject
{
    internal override string? WireType => "memory_deleted";

    /// <summary>The id of the deleted memory.</summary>
    public required string Id { get; init; }
}
