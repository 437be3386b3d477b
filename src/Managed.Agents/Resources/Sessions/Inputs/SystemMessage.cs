using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents;

/// <summary>An instruction of the operator in the middle of the conversation.</summary>
/// <remarks>
/// At most one in a request, as its last input, right behind the message or tool result that it goes with. Not every model takes it.
/// </remarks>
public sealed record SystemMessage : SessionInput
{
    /// <summary>Makes an instruction; set <see cref="Content"/>.</summary>
    public SystemMessage()
    {
    }

    /// <summary>Makes an instruction.</summary>
    /// <param name="text">The text.</param>
    [SetsRequiredMembers]
    public SystemMessage(string text) => Content = [text];

    /// <summary>The text, in 1 to 1,000 blocks; a string converts to a block.</summary>
    public required IReadOnlyList<TextBlock> Content { get; init => field = ReadOnlyCopy.OfList(value); }
}
