namespace Managed.Agents;

/// <summary>The request to create a memory.</summary>
public sealed record MemoryCreateRequest : ApiObject
{
    /// <summary>The path in the store, for example <c>/projects/notes.md</c>: 1 to 20 segments, at most 1,024 bytes, case-sensitive.</summary>
    /// <remarks>
    /// The path must not be equal to the path of another memory, and not above or below it. A segment must not be empty, <c>.</c> or
    /// <c>..</c>. The path
    /// must be in Unicode normalization form C, without control characters, format characters or line separators.
    /// </remarks>
    public required string Path { get; init; }

    /// <summary>The text, at most 102,400 bytes in UTF-8. Can be empty.</summary>
    public required string Content { get; init; }
}
