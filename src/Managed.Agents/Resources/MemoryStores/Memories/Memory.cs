namespace Managed.Agents;

/// <summary>A memory: a text of up to 102,400 bytes at a path in a memory store.</summary>
public sealed record Memory : MemoryListItem
{
    /// <summary>The id, <c>mem_…</c>. It does not change when the memory is renamed.</summary>
    public required string Id { get; init; }

    /// <summary>The id of the store.</summary>
    public string MemoryStoreId { get; init => field = value ?? ""; } = "";

    /// <summary>The id of the current version of the memory.</summary>
    public string MemoryVersionId { get; init => field = value ?? ""; } = "";

    /// <summary>The text.</summary>
    /// <value><see langword="null"/> in the view <see cref="MemoryView.Basic"/>, which is the default of list, create and update.</value>
    public string? Content { get; init; }

    /// <summary>The SHA-256 hash of the text's UTF-8 bytes in lower-case hexadecimal digits. Set in every view.</summary>
    public string ContentSha256 { get; init => field = value ?? ""; } = "";

    /// <summary>The length of the text in UTF-8 bytes. Set in every view.</summary>
    public int ContentSizeBytes { get; init; }

    /// <summary>When the memory was created.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the memory was last updated.</summary>
    public DateTimeOffset UpdatedAt { get; init; }
}
