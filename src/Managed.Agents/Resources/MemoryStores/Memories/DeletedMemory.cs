namespace Managed.Agents;

/// <summary>The answer to deleting a memory.</summary>
public sealed record DeletedMemory : ApiObject
{
    internal override string? WireType => "memory_deleted";

    /// <summary>The id of the memory that is gone.</summary>
    public required string Id { get; init; }
}
