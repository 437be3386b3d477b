using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents;

/// <summary>An image.</summary>
public sealed record ImageBlock : SessionContentBlock
{
    /// <summary>Initializes a new instance of the <see cref="ImageBlock"/> class. Set <see cref="Source"/>.</summary>
    public ImageBlock()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="ImageBlock"/> class.</summary>
    /// <param name="source">The source of the image.</param>
    [SetsRequiredMembers]
    public ImageBlock(ImageSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        Source = source;
    }

    /// <summary>The source of the image: embedded data, a URL or an uploaded file.</summary>
    public required ImageSource Source { get; init; }

    /// <summary>Creates an image block with embedded data.</summary>
    /// <param name="bytes">The bytes of the image.</param>
    /// <param name="mediaType">The media type, for example <c>image/png</c>.</param>
    /// <returns>The image block.</returns>
    public static ImageBlock FromBytes(ReadOnlySpan<byte> bytes, string mediaType) =>
        new(new Base64ImageSource { Data = Convert.ToBase64String(bytes), MediaType = mediaType });

    /// <summary>Creates an image block from an uploaded file.</summary>
    /// <param name="fileId">The id of the file.</param>
    /// <returns>The image block.</returns>
    public static ImageBlock FromFile(string fileId) => new(new FileImageSource(fileId));

    /// <summary>Creates an image block from a URL that the API fetches.</summary>
    /// <param name="url">The URL of the image.</param>
    /// <returns>The image block.</returns>
    public static ImageBlock FromUrl(string url) => new(new UrlImageSource(url));
}
