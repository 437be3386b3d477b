using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents;

/// <summary>An image.</summary>
public sealed record ImageBlock : SessionContentBlock
{
    /// <summary>Makes an image block; set <see cref="Source"/>.</summary>
    public ImageBlock()
    {
    }

    /// <summary>Makes an image block.</summary>
    /// <param name="source">Where the image is.</param>
    [SetsRequiredMembers]
    public ImageBlock(ImageSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        Source = source;
    }

    /// <summary>Where the image is: in the block itself, at a URL, or in an uploaded file.</summary>
    public required ImageSource Source { get; init; }

    /// <summary>Makes an image block that holds the image itself.</summary>
    /// <param name="bytes">The content of the image file.</param>
    /// <param name="mediaType">The kind of image, for example <c>image/png</c>.</param>
    /// <returns>The block.</returns>
    public static ImageBlock FromBytes(ReadOnlySpan<byte> bytes, string mediaType) =>
        new(new Base64ImageSource { Data = Convert.ToBase64String(bytes), MediaType = mediaType });

    /// <summary>Makes an image block from an uploaded file.</summary>
    /// <param name="fileId">The id of the file.</param>
    /// <returns>The block.</returns>
    public static ImageBlock FromFile(string fileId) => new(new FileImageSource(fileId));

    /// <summary>Makes an image block from an image that the API fetches.</summary>
    /// <param name="url">Where the image is.</param>
    /// <returns>The block.</returns>
    public static ImageBlock FromUrl(string url) => new(new UrlImageSource(url));
}
