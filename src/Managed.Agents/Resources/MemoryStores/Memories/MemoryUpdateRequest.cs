namespace Managed.Agents;

/// <summary>A change of a memory. What is left out stays as it is.</summary>
public sealed record MemoryUpdateRequest : ApiObject
{
    /// <summary>The new text, at most 102,400 bytes in UTF-8; null keeps it.</summary>
    public string? Content { get; init; }

    /// <summary>The new path, by the rules of <see cref="MemoryCreateRequest.Path"/>; null keeps it.</summary>
    public string? Path { get; init; }

    /// <summary>What must hold for the change to happen; null for nothing. If it does not hold, the call fails with status 409.</summary>
    /// <remarks>It counts as met when the memory already is what the request would make of it.</remarks>
    public MemoryPrecondition? Precondition { get; init; }
}
