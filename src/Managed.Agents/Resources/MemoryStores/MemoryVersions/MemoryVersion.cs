namespace Managed.Agents;

/// <summary>What a memory was after one change. Versions belong to the store and outlive their memory; they are kept for 30 days, the newest ones longer.</summary>
public sealed record MemoryVersion : ApiObject
{
    internal override string? WireType => "memory_version";

    /// <summary>The id, <c>memver_…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The id of the memory.</summary>
    public string MemoryId { get; init => field = value ?? ""; } = "";

    /// <summary>The id of the store.</summary>
    public string MemoryStoreId { get; init => field = value ?? ""; } = "";

    /// <summary>What the change was.</summary>
    public MemoryVersionOperation Operation { get; init; }

    /// <summary>The path of the memory; null exactly once the version is redacted.</summary>
    public string? Path { get; init; }

    /// <summary>The text; null with <see cref="MemoryView.Basic"/>, for a deletion, and once redacted.</summary>
    public string? Content { get; init; }

    /// <summary>The SHA-256 hash of the text's UTF-8 bytes; null for a deletion and once redacted.</summary>
    public string? ContentSha256 { get; init; }

    /// <summary>The length of the text in UTF-8 bytes; null for a deletion and once redacted.</summary>
    public int? ContentSizeBytes { get; init; }

    /// <summary>Who made the change; null when nobody knows.</summary>
    public Actor? CreatedBy { get; init; }

    /// <summary>When the change was made.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Who redacted the version; null when it is not redacted.</summary>
    public Actor? RedactedBy { get; init; }

    /// <summary>When the version was redacted; null when it is not.</summary>
    public DateTimeOffset? RedactedAt { get; init; }
}
