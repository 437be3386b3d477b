namespace Managed.Agents;

/// <summary>The request to update a memory. Omitted properties are unchanged.</summary>
public sealed record MemoryUpdateRequest : ApiObject
{
    /// <summary>The new text, at most 102,400 bytes in UTF-8; <see langword="null"/> leaves it unchanged.</summary>
    public string? Content { get; init; }

    /// <summary>The new path, with the same rules as <see cref="MemoryCreateRequest.Path"/>; <see langword="null"/> leaves it unchanged.</summary>
    public string? Path { get; init; }

    /// <summary>The condition for the update; <see langword="null"/> for none. If it is not met, the request fails with status 409.</summary>
    /// <remarks>The update also succeeds when the memory already has the requested content.</remarks>
    public MemoryPrecondition? Precondition { get; init; }
}
