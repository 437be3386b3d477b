using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents;

/// <summary>A document in an uploaded file.</summary>
public sealed record FileDocumentSource : DocumentSource
{
    /// <summary>Makes a source; set <see cref="FileId"/>.</summary>
    public FileDocumentSource()
    {
    }

    /// <summary>Makes a source.</summary>
    /// <param name="fileId">The id of the file.</param>
    [SetsRequiredMembers]
    public FileDocumentSource(string fileId)
    {
        ArgumentNullException.ThrowIfNull(fileId);
        FileId = fileId;
    }

    /// <summary>The id of the file.</summary>
    public required string FileId { get; init; }
}
