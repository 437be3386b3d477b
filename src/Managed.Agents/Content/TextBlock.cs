using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents;

/// <summary>Text.</summary>
public sealed record TextBlock : ContentBlock
{
    /// <summary>Makes a text block; set <see cref="Text"/>.</summary>
    public TextBlock()
    {
    }

    /// <summary>Makes a text block.</summary>
    /// <param name="text">The text.</param>
    [SetsRequiredMembers]
    public TextBlock(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Text = text;
    }

    /// <summary>The text.</summary>
    public required string Text { get; init; }
}
