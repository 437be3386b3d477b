namespace Managed.Agents;

/// <summary>A new memory.</summary>
public sealed record MemoryCreateRequest : ApiObject
{
    /// <summary>Where in the store, for example <c>/projects/notes.md</c>: 1 to 20 segments, at most 1,024 bytes, case-sensitive.</summary>
    /// <remarks>
    /// It must not be that of another memory, nor lie above or below one. Segments are not empty, <c>.</c> or <c>..</c>; the text is in
    /// Unicode normalization form C, without control or format characters and line separators.
    /// </remarks>
    public required string Path { get; init; }

    /// <summary>The text, at most 102,400 bytes in UTF-8; empty for an empty memory.</summary>
    public required string Content { get; init; }
}
