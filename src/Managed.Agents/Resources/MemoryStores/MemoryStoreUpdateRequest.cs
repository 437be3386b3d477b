namespace Managed.Agents;

/// <summary>The request to update a memory store. Omitted properties are unchanged.</summary>
public sealed record MemoryStoreUpdateRequest : ApiObject
{
    /// <summary>The new name, 1 to 255 characters; <see langword="null"/> leaves it unchanged.</summary>
    public string? Name { get; init; }

    /// <summary>The new description, up to 1,024 characters. An empty string clears it; <see langword="null"/> leaves it unchanged.</summary>
    public string? Description { get; init; }

    /// <summary>The key-value pairs to set. A <see langword="null"/> value deletes its key. Other keys are unchanged.</summary>
    public MetadataUpdate? Metadata { get; init => field = MetadataUpdate.AsReadOnlyOrNull(value); }
}
