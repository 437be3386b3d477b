using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents;

/// <summary>A plain-text document embedded in the block.</summary>
public sealed record PlainTextDocumentSource : DocumentSource
{
    /// <summary>Initializes a new instance of the <see cref="PlainTextDocumentSource"/> class. Set <see cref="Data"/>.</summary>
    public PlainTextDocumentSource()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="PlainTextDocumentSource"/> class.</summary>
    /// <param name="data">The text.</param>
    [SetsRequiredMembers]
    public PlainTextDocumentSource(string data)
    {
        ArgumentNullException.ThrowIfNull(data);
        Data = data;
    }

    /// <summary>The text.</summary>
    public required string Data { get; init; }

    /// <summary>The media type.</summary>
    /// <value>Default: <c>text/plain</c>, the only supported value.</value>
    public string MediaType { get; init => field = value ?? "text/plain"; } = "text/plain";
}
