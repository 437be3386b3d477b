using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents;

/// <summary>An image from an uploaded file.</summary>
public sealed record FileImageSource : ImageSource
{
    /// <summary>Initializes a new instance of the <see cref="FileImageSource"/> class. Set <see cref="FileId"/>.</summary>
    public FileImageSource()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="FileImageSource"/> class.</summary>
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
