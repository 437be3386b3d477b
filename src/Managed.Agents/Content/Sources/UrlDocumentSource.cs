using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents;

/// <summary>A document that the API fetches from a URL.</summary>
public sealed record UrlDocumentSource : DocumentSource
{
    /// <summary>Initializes a new instance of the <see cref="UrlDocumentSource"/> class. Set <see cref="Url"/>.</summary>
    public UrlDocumentSource()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="UrlDocumentSource"/> class.</summary>
    /// <param name="url">The URL of the document.</param>
    /// <exception cref="ArgumentException"><paramref name="url"/> is not an absolute URL.</exception>
    [SetsRequiredMembers]
    public UrlDocumentSource(string url)
    {
        Url = ApiUri.Parse(url, nameof(url));
    }

    /// <summary>The URL of the document.</summary>
    public required Uri Url { get; init; }
}
