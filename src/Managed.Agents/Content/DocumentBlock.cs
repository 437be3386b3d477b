using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents;

/// <summary>A document, such as a PDF or a text.</summary>
public sealed record DocumentBlock : SessionContentBlock
{
    /// <summary>Makes a document block; set <see cref="Source"/>.</summary>
    public DocumentBlock()
    {
    }

    /// <summary>Makes a document block.</summary>
    /// <param name="source">Where the document is.</param>
    [SetsRequiredMembers]
    public DocumentBlock(DocumentSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        Source = source;
    }

    /// <summary>Where the document is: in the block itself, at a URL, or in an uploaded file.</summary>
    public required DocumentSource Source { get; init; }

    /// <summary>What the document is called.</summary>
    public string? Title { get; init; }

    /// <summary>What the agent should know about the document, such as where it comes from.</summary>
    public string? Context { get; init; }

    /// <summary>Makes a document block that holds the document itself.</summary>
    /// <param name="bytes">The content of the file.</param>
    /// <param name="mediaType">The kind of document, for example <c>application/pdf</c>.</param>
    /// <returns>The block.</returns>
    public static DocumentBlock FromBytes(ReadOnlySpan<byte> bytes, string mediaType) =>
        new(new Base64DocumentSource { Data = Convert.ToBase64String(bytes), MediaType = mediaType });

    /// <summary>Makes a document block from plain text.</summary>
    /// <param name="text">The text of the document.</param>
    /// <returns>The block.</returns>
    public static DocumentBlock FromPlainText(string text) => new(new PlainTextDocumentSource(text));

    /// <summary>Makes a document block from an uploaded file.</summary>
    /// <param name="fileId">The id of the file.</param>
    /// <returns>The block.</returns>
    public static DocumentBlock FromFile(string fileId) => new(new FileDocumentSource(fileId));

    /// <summary>Makes a document block from a document that the API fetches.</summary>
    /// <param name="url">Where the document is.</param>
    /// <returns>The block.</returns>
    public static DocumentBlock FromUrl(string url) => new(new UrlDocumentSource(url));
}
