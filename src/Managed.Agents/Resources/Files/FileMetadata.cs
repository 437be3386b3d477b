using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>What is known about a file, without its content.</summary>
public sealed record FileMetadata : ApiObject
{
    internal override string? WireType => "file";

    /// <summary>The id, <c>file_…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The name, without folders. It comes from whoever made the file: do not use it as a path as it stands.</summary>
    [JsonPropertyName("filename")]
    public string FileName { get; init => field = value ?? ""; } = "";

    /// <summary>The media type, such as <c>application/pdf</c>.</summary>
    public string MimeType { get; init => field = value ?? ""; } = "";

    /// <summary>The length in bytes.</summary>
    public long SizeBytes { get; init; }

    /// <summary>Whether the content can be downloaded: what sessions make can, what was uploaded cannot. Null when the API does not say.</summary>
    public bool? Downloadable { get; init; }

    /// <summary>What the file belongs to, in a list for one <see cref="FileListOptions.ScopeId"/>.</summary>
    /// <value>Null for a file of its own, and wherever the API does not say.</value>
    public FileScope? Scope { get; init; }

    /// <summary>When the file was made.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the file is deleted by itself; null for never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
}
