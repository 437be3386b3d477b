namespace Managed.Agents;

/// <summary>A change of a memory store. What is left out stays as it is.</summary>
public sealed record MemoryStoreUpdateRequest : ApiObject
{
    /// <summary>The new name, 1 to 255 characters; null keeps it.</summary>
    public string? Name { get; init; }

    /// <summary>The new description, up to 1,024 characters; empty clears it, null keeps it.</summary>
    public string? Description { get; init; }

    /// <summary>Pairs to set; a null value deletes its key, keys not mentioned stay.</summary>
    public IReadOnlyDictionary<string, string?>? Metadata { get; init => field = ReadOnlyCopy.MapOrNull(value); }
}
