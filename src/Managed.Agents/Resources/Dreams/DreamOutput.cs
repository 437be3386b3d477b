using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents.Dreams;

/// <summary>The memory store that a dream has written.</summary>
[Experimental(PreviewFeature.DiagnosticId)]
public sealed record DreamOutput : ApiObject
{
    internal override string? WireType => "memory_store";

    /// <summary>The id of the memory store (<c>memstore_…</c>).</summary>
    public string MemoryStoreId { get; init => field = value ?? ""; } = "";
}
