using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents;

/// <summary>An image that the API fetches from a URL.</summary>
public sealed record UrlImageSource : ImageSource
{
    /// <summary>Initializes a new instance of the <see cref="UrlImageSource"/> class. Set <see cref="Url"/>.</summary>
    public UrlImageSource()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="UrlImageSource"/> class.</summary>
    /// <param name="url">The URL of the image.</param>
    /// <exception cref="ArgumentException"><paramref name="url"/> is not an absolute URL.</exception>
    [SetsRequiredMembers]
    public UrlImageSource(string url)
    {
        Url = ApiUri.Parse(url, nameof(url));
    }

    /// <summary>The URL of the image.</summary>
    public required Uri Url { get; init; }
}
