using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents.Dreams;

/// <summary>The memory store that a dream tidies.</summary>
[Experimental(PreviewFeature.DiagnosticId)]
public sealed record MemoryStoreDreamInput : DreamInput
{
    /// <summary>Names a memory store; set <see cref="MemoryStoreId"/>.</summary>
    public MemoryStoreDreamInput()
    {
    }

    /// <summary>Names a memory store.</summary>
    /// <param name="memoryStoreId">The id of the memory store.</param>
    [SetsRequiredMembers]
    public MemoryStoreDreamInput(string memoryStoreId)
    {
        ArgumentNullException.ThrowIfNull(memoryStoreId);
        MemoryStoreId = memoryStoreId;
    }

    /// <summary>The id of a memory store (<c>memstore_…</c>) in the same workspace that is not archived.</summary>
    public required string MemoryStoreId { get; init; }
}
