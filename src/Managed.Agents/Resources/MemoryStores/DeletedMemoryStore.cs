namespace Managed.Agents;

/// <summary>The answer to deleting a store.</summary>
public sealed record DeletedMemoryStore : ApiObject
{
    internal override string? WireType => "memory_store_deleted";

    /// <summary>The id of the store that is gone.</summary>
    public required string Id { get; init; }
}
