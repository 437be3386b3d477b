using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents;

/// <summary>An image that the API fetches.</summary>
public sealed record UrlImageSource : ImageSource
{
    /// <summary>Makes a source; set <see cref="Url"/>.</summary>
    public UrlImageSource()
    {
    }

    /// <summary>Makes a source.</summary>
    /// <param name="url">Where the image is.</param>
    [SetsRequiredMembers]
    public UrlImageSource(string url)
    {
        ArgumentNullException.ThrowIfNull(url);
        Url = url;
    }

    /// <summary>Where the image is.</summary>
    public required string Url { get; init; }
}
