using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents;

/// <summary>A rubric from an uploaded file.</summary>
public sealed record FileRubric : Rubric
{
    /// <summary>Initializes a new instance of the <see cref="FileRubric"/> class. Set <see cref="FileId"/>.</summary>
    public FileRubric()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="FileRubric"/> class.</summary>
    /// <param name="fileId">The id of the file.</param>
    [SetsRequiredMembers]
    public FileRubric(string fileId)
    {
        ArgumentNullException.ThrowIfNull(fileId);
        FileId = fileId;
    }

    /// <summary>The id of the file.</summary>
    public required string FileId { get; init; }
}
