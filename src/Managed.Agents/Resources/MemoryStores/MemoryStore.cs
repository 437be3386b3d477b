namespace Managed.Agents;

/// <summary>A store for memories: small text files that agents read and write across sessions. It holds up to 2,000 memories.</summary>
public sealed record MemoryStore : ApiObject, ICreatedObject
{
    internal override string? WireType => "memory_store";

    /// <summary>The id, <c>memstore_…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The name. The folder of the store in a session is named after it.</summary>
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>The purpose of the store; empty when there is no description.</summary>
    public string Description { get; init => field = value ?? ""; } = "";

    /// <summary>Custom key-value pairs.</summary>
    public Metadata Metadata { get; init => field = Metadata.AsReadOnly(value); } = Metadata.Empty;

    /// <summary>When the store was created.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the store was last updated.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>When the store was archived; <see langword="null"/> when it is not archived.</summary>
    public DateTimeOffset? ArchivedAt { get; init; }
}
