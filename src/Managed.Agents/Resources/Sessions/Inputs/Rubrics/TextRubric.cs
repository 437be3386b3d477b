using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents;

/// <summary>A rubric of text.</summary>
public sealed record TextRubric : Rubric
{
    /// <summary>Makes a rubric; set <see cref="Content"/>.</summary>
    public TextRubric()
    {
    }

    /// <summary>Makes a rubric.</summary>
    /// <param name="content">The text.</param>
    [SetsRequiredMembers]
    public TextRubric(string content)
    {
        ArgumentNullException.ThrowIfNull(content);
        Content = content;
    }

    /// <summary>The text: at most 262,144 characters.</summary>
    public required string Content { get; init; }
}
