using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>The metadata of a file, without its content.</summary>
public sealed record FileMetadata : ApiObject
{
    internal override string? WireType => "file";

    /// <summary>The id, <c>file_…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The name, without folders. The creator of the file chose it, so do not use it as a path without checks.</summary>
    [JsonPropertyName("filename")]
    public string FileName { get; init => field = value ?? ""; } = "";

    /// <summary>The media type, such as <c>application/pdf</c>.</summary>
    public string MimeType { get; init => field = value ?? ""; } = "";

    /// <summary>The length in bytes.</summary>
    public long SizeBytes { get; init; }

    /// <summary>Whether the content can be downloaded: <see langword="true"/> for files that sessions create, <see langword="false"/> for uploaded files. <see langword="null"/> when the API does not report it.</summary>
    public bool? Downloadable { get; init; }

    /// <summary>The owner of the file, in a list for one <see cref="FileListOptions.ScopeId"/>.</summary>
    /// <value><see langword="null"/> for a file without owner, and when the API does not report it.</value>
    public FileScope? Scope { get; init; }

    /// <summary>When the file was created.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the file is deleted automatically; <see langword="null"/> for never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
}
