using System.Collections.ObjectModel;

namespace Managed.Agents;

/// <summary>A new memory store.</summary>
public sealed record MemoryStoreCreateRequest : ApiObject
{
    /// <summary>The name: 1 to 255 characters, no control characters. It need not be unique.</summary>
    public required string Name { get; init; }

    /// <summary>What the store is for, up to 1,024 characters. Agents read it.</summary>
    public string? Description { get; init; }

    /// <summary>Key-value pairs of your own: at most 16, keys up to 64 characters, values up to 512.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init => field = ReadOnlyCopy.Map(value); } = ReadOnlyDictionary<string, string>.Empty;
}
