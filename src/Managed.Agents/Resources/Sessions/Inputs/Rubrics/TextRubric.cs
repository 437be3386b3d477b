using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents;

/// <summary>A rubric as text.</summary>
public sealed record TextRubric : Rubric
{
    /// <summary>Initializes a new instance of the <see cref="TextRubric"/> class. Set <see cref="Content"/>.</summary>
    public TextRubric()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="TextRubric"/> class.</summary>
    /// <param name="content">The text.</param>
    [SetsRequiredMembers]
    public TextRubric(string content)
    {
        ArgumentNullException.ThrowIfNull(content);
        Content = content;
    }

    /// <summary>The text. At most 262,144 characters.</summary>
    public required string Content { get; init; }
}
