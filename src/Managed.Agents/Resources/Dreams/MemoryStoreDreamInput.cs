using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents.Dreams;

/// <summary>The memory store that a dream reads.</summary>
[Experimental(PreviewFeature.DiagnosticId)]
public sealed record MemoryStoreDreamInput : DreamInput
{
    /// <summary>Initializes a new instance of the <see cref="MemoryStoreDreamInput"/> class. Set <see cref="MemoryStoreId"/>.</summary>
    public MemoryStoreDreamInput()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="MemoryStoreDreamInput"/> class.</summary>
    /// <param name="memoryStoreId">The id of the memory store.</param>
    [SetsRequiredMembers]
    public MemoryStoreDreamInput(string memoryStoreId)
    {
        ArgumentNullException.ThrowIfNull(memoryStoreId);
        MemoryStoreId = memoryStoreId;
    }

    /// <summary>The id of the memory store (<c>memstore_…</c>). It must be in the same workspace and not archived.</summary>
    public required string MemoryStoreId { get; init; }
}
