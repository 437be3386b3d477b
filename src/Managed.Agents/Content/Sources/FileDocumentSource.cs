using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents;

/// <summary>A document from an uploaded file.</summary>
public sealed record FileDocumentSource : DocumentSource
{
    /// <summary>Initializes a new instance of the <see cref="FileDocumentSource"/> class. Set <see cref="FileId"/>.</summary>
    public FileDocumentSource()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="FileDocumentSource"/> class.</summary>
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
