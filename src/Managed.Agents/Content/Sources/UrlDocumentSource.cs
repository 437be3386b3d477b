using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents;

/// <summary>A document that the API fetches.</summary>
public sealed record UrlDocumentSource : DocumentSource
{
    /// <summary>Makes a source; set <see cref="Url"/>.</summary>
    public UrlDocumentSource()
    {
    }

    /// <summary>Makes a source.</summary>
    /// <param name="url">Where the document is.</param>
    [SetsRequiredMembers]
    public UrlDocumentSource(string url)
    {
        ArgumentNullException.ThrowIfNull(url);
        Url = url;
    }

    /// <summary>Where the document is.</summary>
    public required string Url { get; init; }
}
