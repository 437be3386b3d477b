using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents;

/// <summary>A system instruction in the middle of the conversation.</summary>
/// <remarks>
/// A request can contain at most one, as the last input, directly after the message or tool result that it accompanies. Not every model
/// supports it.
/// </remarks>
public sealed record SystemMessage : SessionInput
{
    /// <summary>Initializes a new instance of the <see cref="SystemMessage"/> class. Set <see cref="Content"/>.</summary>
    public SystemMessage()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="SystemMessage"/> class.</summary>
    /// <param name="text">The text.</param>
    [SetsRequiredMembers]
    public SystemMessage(string text) => Content = [text];

    /// <summary>The text, in 1 to 1,000 blocks. A string converts to a block.</summary>
    public required IReadOnlyList<TextBlock> Content { get; init => field = ReadOnlyCopy.OfList(value); }
}
