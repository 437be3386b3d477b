using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents;

/// <summary>An uploaded file. The session gets a read-only copy.</summary>
public sealed record FileResource : SessionResource
{
    /// <summary>Initializes a new instance of the <see cref="FileResource"/> class. Set <see cref="FileId"/>.</summary>
    public FileResource()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="FileResource"/> class.</summary>
    /// <param name="fileId">The id of the file.</param>
    [SetsRequiredMembers]
    public FileResource(string fileId)
    {
        ArgumentNullException.ThrowIfNull(fileId);
        FileId = fileId;
    }

    /// <summary>The id of the resource (<c>sesrsc_…</c>). Empty in a request.</summary>
    public string Id { get; init => field = value ?? ""; } = "";

    /// <summary>The id of the file. In a response, the id of the session's copy.</summary>
    public required string FileId { get; init; }

    /// <summary>The path of the file in the sandbox, under <c>/mnt/session/uploads</c>.</summary>
    /// <value><see langword="null"/> in a request means <c>/mnt/session/uploads/</c> followed by the id of the file.</value>
    public string? MountPath { get; init; }

    /// <summary>When the resource was added; <see langword="null"/> in a request.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When the resource was last updated; <see langword="null"/> in a request.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }
}
