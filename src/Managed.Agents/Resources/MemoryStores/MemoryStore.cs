using System.Collections.ObjectModel;

namespace Managed.Agents;

/// <summary>A place for memories: small text files that agents read and write across sessions. It holds up to 2,000 of them.</summary>
public sealed record MemoryStore : ApiObject
{
    internal override string? WireType => "memory_store";

    /// <summary>The id, <c>memstore_…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The name. Sessions find the store in a folder that is named after it.</summary>
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>What the store is for; empty when none was given.</summary>
    public string Description { get; init => field = value ?? ""; } = "";

    /// <summary>The caller's own key-value pairs.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init => field = ReadOnlyCopy.Map(value); } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>When the store was created.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the store was last changed.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>When the store was archived; null while it was not.</summary>
    public DateTimeOffset? ArchivedAt { get; init; }
}
