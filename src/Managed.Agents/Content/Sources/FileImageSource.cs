using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents;

/// <summary>An image in an uploaded file.</summary>
public sealed record FileImageSource : ImageSource
{
    /// <summary>Makes a source; set <see cref="FileId"/>.</summary>
    public FileImageSource()
    {
    }

    /// <summary>Makes a source.</summary>
    /// <param name="fileId">The id of the file.</param>
    [SetsRequiredMembers]
    public FileImageSource(string fileId)
    {
        ArgumentNullException.ThrowIfNull(fileId);
        FileId = fileId;
    }

    /// <summary>The id of the file.</summary>
    public required string FileId { get; init; }
}
