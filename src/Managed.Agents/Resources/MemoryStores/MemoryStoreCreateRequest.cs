namespace Managed.Agents;

/// <summary>The request to create a memory store.</summary>
public sealed record MemoryStoreCreateRequest : ApiObject
{
    /// <summary>The name, 1 to 255 characters without control characters. Need not be unique.</summary>
    public required string Name { get; init; }

    /// <summary>The purpose of the store, up to 1,024 characters. Agents read it.</summary>
    public string? Description { get; init; }

    /// <summary>Custom key-value pairs: at most 16, with keys of up to 64 and values of up to 512 characters.</summary>
    public Metadata Metadata { get; init => field = Metadata.AsReadOnly(value); } = Metadata.Empty;
}
