using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents;

/// <summary>A message to the agent. It starts a turn, or waits until the present one is over.</summary>
/// <remarks>Refused while the session waits for the client (<see cref="RequiresAction"/>) and while its budget is used up.</remarks>
public sealed record UserMessage : SessionInput
{
    /// <summary>Makes a message; set <see cref="Content"/>.</summary>
    public UserMessage()
    {
    }

    /// <summary>Makes a message.</summary>
    /// <param name="text">The text.</param>
    [SetsRequiredMembers]
    public UserMessage(string text) => Content = [text];

    /// <summary>Makes a message of several blocks.</summary>
    /// <param name="content">Texts, images and documents; a string converts to a block.</param>
    [SetsRequiredMembers]
    public UserMessage(params IReadOnlyList<SessionContentBlock> content) => Content = content;

    /// <summary>Texts, images and documents.</summary>
    public required IReadOnlyList<SessionContentBlock> Content { get; init => field = ReadOnlyCopy.OfList(value); }

    /// <summary>Makes a message.</summary>
    /// <param name="text">The text.</param>
    public static implicit operator UserMessage(string text) => new(text);
}
