using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents;

/// <summary>A rubric in an uploaded file.</summary>
public sealed record FileRubric : Rubric
{
    /// <summary>Makes a rubric; set <see cref="FileId"/>.</summary>
    public FileRubric()
    {
    }

    /// <summary>Makes a rubric.</summary>
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
