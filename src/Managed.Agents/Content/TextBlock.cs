using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents;

/// <summary>Text.</summary>
public sealed record TextBlock : SessionContentBlock
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

    /// <summary>Stands in for text that the API left out.</summary>
    internal static TextBlock Empty { get; } = new("");

    /// <summary>The text.</summary>
    public required string Text { get; init; }

    /// <summary>Makes a text block.</summary>
    /// <param name="text">The text.</param>
    public static implicit operator TextBlock(string text) => new(text);
}
