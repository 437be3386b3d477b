using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents;

/// <summary>An uploaded file, of which the session gets a copy to read.</summary>
public sealed record FileResource : SessionResource
{
    /// <summary>Makes a resource; set <see cref="FileId"/>.</summary>
    public FileResource()
    {
    }

    /// <summary>Makes a resource.</summary>
    /// <param name="fileId">The id of the file.</param>
    [SetsRequiredMembers]
    public FileResource(string fileId)
    {
        ArgumentNullException.ThrowIfNull(fileId);
        FileId = fileId;
    }

    /// <summary>The id of the resource in the session, <c>sesrsc_…</c>; empty in a request.</summary>
    public string Id { get; init => field = value ?? ""; } = "";

    /// <summary>The id of the file. The API hands out the id of the session's copy.</summary>
    public required string FileId { get; init; }

    /// <summary>Where the agent finds the file, under <c>/mnt/session/uploads</c>.</summary>
    /// <value>Null in a request means <c>/mnt/session/uploads/</c> and the id of the file.</value>
    public string? MountPath { get; init; }

    /// <summary>When the resource was added; null in a request.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When the resource last changed; null in a request.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }
}
