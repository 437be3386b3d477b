using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents;

/// <summary>A block of text.</summary>
public sealed record TextBlock : SessionContentBlock
{
    /// <summary>Initializes a new instance of the <see cref="TextBlock"/> class. Set <see cref="Text"/>.</summary>
    public TextBlock()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="TextBlock"/> class.</summary>
    /// <param name="text">The text.</param>
    [SetsRequiredMembers]
    public TextBlock(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Text = text;
    }

    /// <summary>The value used when the API omits the text.</summary>
    internal static TextBlock Empty { get; } = new("");

    /// <summary>The text.</summary>
    public required string Text { get; init; }

    /// <summary>Creates a text block.</summary>
    /// <param name="text">The text.</param>
    public static implicit operator TextBlock(string text) => new(text);
}
