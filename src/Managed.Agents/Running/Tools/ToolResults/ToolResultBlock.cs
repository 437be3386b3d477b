using System.Globalization;
using System.Text;

namespace Managed.Agents;

/// <summary>Creates content blocks that the service accepts. Content of any other type becomes text.</summary>
internal static class ToolResultBlock
{
    /// <summary>Creates a block from bytes: an image, a document, text, or a description of the content.</summary>
    /// <param name="bytes">The content.</param>
    /// <param name="mediaType">The media type of the content, or null if it is unknown.</param>
    /// <param name="name">The name or URI of the content, or null. Text with a name becomes a document with a title.</param>
    public static SessionContentBlock FromBytes(ReadOnlySpan<byte> bytes, string? mediaType, string? name = null) => ContentMediaTypes.FormOf(mediaType) switch
    {
        ContentForm.Image when bytes.Length > 0 => ImageBlock.FromBytes(bytes, ContentMediaTypes.Normalize(mediaType)),
        ContentForm.Document when bytes.Length > 0 => DocumentBlock.FromBytes(bytes, ContentMediaTypes.Normalize(mediaType)) with { Title = name },
        ContentForm.Text => FromText(Decode(bytes, ContentMediaTypes.EncodingOf(mediaType)), name),
        _ => Description(mediaType, name, bytes.Length == 1 ? "1 byte" : string.Create(CultureInfo.InvariantCulture, $"{bytes.Length} bytes")),
    };

    /// <summary>Creates a block from Base64, as <see cref="FromBytes"/>.</summary>
    public static SessionContentBlock FromBase64(string base64, string? mediaType, string? name = null)
    {
        var bytes = new byte[base64.Length / 4 * 3];
        return Convert.TryFromBase64String(base64, bytes, out var length)
            ? FromBytes(bytes.AsSpan(0, length), mediaType, name)
            : Description(mediaType, name, "not valid Base64");
    }

    /// <summary>Creates a text block, or a document if the text has a name.</summary>
    public static SessionContentBlock FromText(string text, string? name = null) =>
        name is null ? new TextBlock(text)
        : text.Length == 0 ? new TextBlock($"[{name}: empty]")
        : DocumentBlock.FromPlainText(text) with { Title = name };

    /// <summary>Creates a block from an address: an image or a document that the service can fetch, the content of a data URI, or the address as text.</summary>
    public static SessionContentBlock FromUri(Uri uri, string? mediaType)
    {
        if (uri.IsAbsoluteUri && uri.Scheme == "data" && uri.OriginalString.Split(',', 2) is [var header, var data])
        {
            var content = Uri.UnescapeDataString(data);
            return header.EndsWith(";base64", StringComparison.OrdinalIgnoreCase) ? FromBase64(content, mediaType) : FromBytes(Encoding.UTF8.GetBytes(content), mediaType);
        }

        var address = uri.IsAbsoluteUri ? uri.AbsoluteUri : uri.OriginalString;
        var canFetch = uri.IsAbsoluteUri && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);
        return ContentMediaTypes.FormOf(mediaType) switch
        {
            ContentForm.Image when canFetch => ImageBlock.FromUrl(address),
            ContentForm.Document when canFetch => DocumentBlock.FromUrl(address),

            // The service finds out the type of an image that it fetches.
            _ when canFetch && ContentMediaTypes.Normalize(mediaType) == "image/*" => ImageBlock.FromUrl(address),
            _ => new TextBlock(address),
        };
    }

    private static TextBlock Description(string? mediaType, string? name, string size) =>
        new($"[{(name is null ? "" : $"{name}: ")}{ContentMediaTypes.Normalize(mediaType)}, {size}. This content cannot be shown.]");

    private static string Decode(ReadOnlySpan<byte> bytes, Encoding encoding)
    {
        using var reader = new StreamReader(new MemoryStream(bytes.ToArray()), encoding, detectEncodingFromByteOrderMarks: true);
        return reader.ReadToEnd();
    }
}
