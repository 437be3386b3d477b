namespace Managed.Agents;

/// <summary>The state of a memory after one change.</summary>
/// <remarks>Versions belong to the store and remain after the memory is deleted. They are kept for 30 days, the newest ones longer.</remarks>
public sealed record MemoryVersion : ApiObject
{
    internal override string? WireType => "memory_version";

    /// <summary>The id, <c>memver_…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The id of the memory.</summary>
    public string MemoryId { get; init => field = value ?? ""; } = "";

    /// <summary>The id of the store.</summary>
    public string MemoryStoreId { get; init => field = value ?? ""; } = "";

    /// <summary>The type of change.</summary>
    public MemoryVersionOperation Operation { get; init; }

    /// <summary>The path of the memory; <see langword="null"/> only when the version is redacted.</summary>
    public string? Path { get; init; }

    /// <summary>The text; <see langword="null"/> in the view <see cref="MemoryView.Basic"/>, for a deletion, and when redacted.</summary>
    public string? Content { get; init; }

    /// <summary>The SHA-256 hash of the text's UTF-8 bytes; <see langword="null"/> for a deletion and when redacted.</summary>
    public string? ContentSha256 { get; init; }

    /// <summary>The length of the text in UTF-8 bytes; <see langword="null"/> for a deletion and when redacted.</summary>
    public int? ContentSizeBytes { get; init; }

    /// <summary>The actor that made the change; <see langword="null"/> when unknown.</summary>
    public Actor? CreatedBy { get; init; }

    /// <summary>When the change was made.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>The actor that redacted the version; <see langword="null"/> when it is not redacted.</summary>
    public Actor? RedactedBy { get; init; }

    /// <summary>When the version was redacted; <see langword="null"/> when it is not redacted.</summary>
    public DateTimeOffset? RedactedAt { get; init; }
}
