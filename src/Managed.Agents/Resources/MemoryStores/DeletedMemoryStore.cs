namespace Managed.Agents;

/// <summary>The response to deleting a memory store.</summary>
public sealed record DeletedMemoryStore : ApiObject
{
    internal override string? WireType => "memory_store_deleted";

    /// <summary>The id of the deleted memory store.</summary>
    public required string Id { get; init; }
}
