using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents;

/// <summary>A document, such as a PDF file or plain text.</summary>
public sealed record DocumentBlock : SessionContentBlock
{
    /// <summary>Initializes a new instance of the <see cref="DocumentBlock"/> class. Set <see cref="Source"/>.</summary>
    public DocumentBlock()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="DocumentBlock"/> class.</summary>
    /// <param name="source">The source of the document.</param>
    [SetsRequiredMembers]
    public DocumentBlock(DocumentSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        Source = source;
    }

    /// <summary>The source of the document: embedded data, a URL or an uploaded file.</summary>
    public required DocumentSource Source { get; init; }

    /// <summary>The title of the document.</summary>
    public string? Title { get; init; }

    /// <summary>Context for the agent about the document, such as its origin.</summary>
    public string? Context { get; init; }

    /// <summary>Creates a document block with embedded data.</summary>
    /// <param name="bytes">The bytes of the document.</param>
    /// <param name="mediaType">The media type, for example <c>application/pdf</c>.</param>
    /// <returns>The document block.</returns>
    public static DocumentBlock FromBytes(ReadOnlySpan<byte> bytes, string mediaType) =>
        new(new Base64DocumentSource { Data = Convert.ToBase64String(bytes), MediaType = mediaType });

    /// <summary>Creates a document block from plain text.</summary>
    /// <param name="text">The text of the document.</param>
    /// <returns>The document block.</returns>
    public static DocumentBlock FromPlainText(string text) => new(new PlainTextDocumentSource(text));

    /// <summary>Creates a document block from an uploaded file.</summary>
    /// <param name="fileId">The id of the file.</param>
    /// <returns>The document block.</returns>
    public static DocumentBlock FromFile(string fileId) => new(new FileDocumentSource(fileId));

    /// <summary>Creates a document block from a URL that the API fetches.</summary>
    /// <param name="url">The URL of the document.</param>
    /// <returns>The document block.</returns>
    public static DocumentBlock FromUrl(string url) => new(new UrlDocumentSource(url));
}
