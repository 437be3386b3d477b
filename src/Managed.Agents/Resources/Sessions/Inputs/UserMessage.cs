using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents;

/// <summary>A message to the agent. It starts a turn, or is queued until the current turn ends.</summary>
/// <remarks>Rejected while the session waits for the client (<see cref="RequiresAction"/>) and while its budget is exhausted.</remarks>
public sealed record UserMessage : SessionInput
{
    /// <summary>Initializes a new instance of the <see cref="UserMessage"/> class. Set <see cref="Content"/>.</summary>
    public UserMessage()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="UserMessage"/> class.</summary>
    /// <param name="text">The text.</param>
    [SetsRequiredMembers]
    public UserMessage(string text) => Content = [text];

    /// <summary>Initializes a new instance of the <see cref="UserMessage"/> class with several blocks.</summary>
    /// <param name="content">Text, image and document blocks. A string converts to a block.</param>
    [SetsRequiredMembers]
    public UserMessage(params SessionContentBlock[] content) => Content = content;

    /// <summary>Initializes a new instance of the <see cref="UserMessage"/> class with several blocks.</summary>
    /// <param name="content">Text, image and document blocks. A string converts to a block.</param>
    [SetsRequiredMembers]
    public UserMessage(IReadOnlyList<SessionContentBlock> content) => Content = content;

    /// <summary>The content: text, image and document blocks.</summary>
    public required IReadOnlyList<SessionContentBlock> Content { get; init => field = ReadOnlyCopy.OfList(value); }

    /// <summary>Creates a message.</summary>
    /// <param name="text">The text.</param>
    public static implicit operator UserMessage(string text) => new(text);
}
