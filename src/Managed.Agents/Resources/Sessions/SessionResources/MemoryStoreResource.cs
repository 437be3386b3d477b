using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents;

/// <summary>A memory store that the agent can use. A session can have at most 8. They can be added only when the session is created.</summary>
public sealed record MemoryStoreResource : SessionResource
{
    /// <summary>Initializes a new instance of the <see cref="MemoryStoreResource"/> class. Set <see cref="MemoryStoreId"/>.</summary>
    public MemoryStoreResource()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="MemoryStoreResource"/> class.</summary>
    /// <param name="memoryStoreId">The id of the memory store.</param>
    [SetsRequiredMembers]
    public MemoryStoreResource(string memoryStoreId)
    {
        ArgumentNullException.ThrowIfNull(memoryStoreId);
        MemoryStoreId = memoryStoreId;
    }

    /// <summary>The id of the memory store (<c>memstore_…</c>). It must be in the workspace of the session.</summary>
    public required string MemoryStoreId { get; init; }

    /// <summary>The access of the agent to the memory store.</summary>
    /// <value><see langword="null"/> means <see cref="MemoryStoreAccess.ReadWrite"/>.</value>
    public MemoryStoreAccess? Access { get; init; }

    /// <summary>Instructions for the agent on how to use the memory store. At most 4,096 characters.</summary>
    public string? Instructions { get; init; }

    /// <summary>The name of the memory store at the time it was attached; <see langword="null"/> in a request.</summary>
    public string? Name { get; init; }

    /// <summary>
    /// The description of the memory store at the time it was attached. Empty when it had none; <see langword="null"/> in a request.
    /// </summary>
    public string? Description { get; init; }

    /// <summary>The path of the memory store in the sandbox, under <c>/mnt/memory</c>; <see langword="null"/> in a request.</summary>
    public string? MountPath { get; init; }
}
