using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents;

/// <summary>A memory store that the agent reads from and writes to. At most 8, and only when the session is created.</summary>
public sealed record MemoryStoreResource : SessionResource
{
    /// <summary>Makes a resource; set <see cref="MemoryStoreId"/>.</summary>
    public MemoryStoreResource()
    {
    }

    /// <summary>Makes a resource.</summary>
    /// <param name="memoryStoreId">The id of the memory store.</param>
    [SetsRequiredMembers]
    public MemoryStoreResource(string memoryStoreId)
    {
        ArgumentNullException.ThrowIfNull(memoryStoreId);
        MemoryStoreId = memoryStoreId;
    }

    /// <summary>The id of the memory store, in the workspace of the session.</summary>
    public required string MemoryStoreId { get; init; }

    /// <summary>What the agent may do.</summary>
    /// <value>Null means <see cref="MemoryStoreAccess.ReadWrite"/>.</value>
    public MemoryStoreAccess? Access { get; init; }

    /// <summary>How the agent is to use the store: at most 4,096 characters.</summary>
    public string? Instructions { get; init; }

    /// <summary>The name of the store when it was attached; null in a request.</summary>
    public string? Name { get; init; }

    /// <summary>The description of the store when it was attached, empty when it had none; null in a request.</summary>
    public string? Description { get; init; }

    /// <summary>Where the agent finds the store, under <c>/mnt/memory</c>; null in a request.</summary>
    public string? MountPath { get; init; }
}
