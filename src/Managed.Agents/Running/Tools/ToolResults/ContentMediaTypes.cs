using System.Net.Http.Headers;
using System.Text;

namespace Managed.Agents;

/// <summary>How content of a media type is sent.</summary>
internal enum ContentForm
{
    /// <summary>As text that names the type and the size, because the service does not accept the type.</summary>
    Description,

    /// <summary>As an image block.</summary>
    Image,

    /// <summary>As a document block.</summary>
    Document,

    /// <summary>As a text block.</summary>
    Text,
}

/// <summary>The media types that the service accepts as images and documents, and the types that are text.</summary>
internal static class ContentMediaTypes
{
    private const string Unknown = "application/octet-stream";

    private static readonly Dictionary<string, ContentForm> Forms = new(StringComparer.OrdinalIgnoreCase)
    {
        ["image/gif"] = ContentForm.Image,
        ["image/jpeg"] = ContentForm.Image,
        ["image/png"] = ContentForm.Image,
        ["image/webp"] = ContentForm.Image,
        ["application/pdf"] = ContentForm.Document,
        ["application/csv"] = ContentForm.Text,
        ["application/ecmascript"] = ContentForm.Text,
        ["application/graphql"] = ContentForm.Text,
        ["application/javascript"] = ContentForm.Text,
        ["application/json"] = ContentForm.Text,
        ["application/jsonl"] = ContentForm.Text,
        ["application/sql"] = ContentForm.Text,
        ["application/toml"] = ContentForm.Text,
        ["application/x-javascript"] = ContentForm.Text,
        ["application/x-ndjson"] = ContentForm.Text,
        ["application/x-sh"] = ContentForm.Text,
        ["application/x-www-form-urlencoded"] = ContentForm.Text,
        ["application/x-yaml"] = ContentForm.Text,
        ["application/xml"] = ContentForm.Text,
        ["application/yaml"] = ContentForm.Text,
    };

    // Common names that are not registered.
    private static readonly Dictionary<string, string> Registered = new(StringComparer.OrdinalIgnoreCase)
    {
        ["image/jpg"] = "image/jpeg",
        ["image/pjpeg"] = "image/jpeg",
        ["image/x-png"] = "image/png",
        ["application/x-pdf"] = "application/pdf",
    };

    /// <summary>Returns the media type in lower case, without parameters and under its registered name.</summary>
    public static string Normalize(string? mediaType)
    {
        var name = (mediaType ?? "").Split(';')[0].Trim().ToLowerInvariant();
        return Registered.GetValueOrDefault(name) ?? (name.Length == 0 ? Unknown : name);
    }

    /// <summary>Returns how content of a media type is sent.</summary>
    public static ContentForm FormOf(string? mediaType)
    {
        var name = Normalize(mediaType);
        return Forms.TryGetValue(name, out var form) ? form
            : name.StartsWith("text/", StringComparison.Ordinal) || name.EndsWith("+json", StringComparison.Ordinal) || name.EndsWith("+xml", StringComparison.Ordinal) || name.EndsWith("+yaml", StringComparison.Ordinal) ? ContentForm.Text
            : ContentForm.Description;
    }

    /// <summary>Returns the encoding of text: that of the media type, or UTF-8. Encodings that .NET does not include are read as UTF-8.</summary>
    public static Encoding EncodingOf(string? mediaType) =>
        MediaTypeHeaderValue.TryParse(mediaType, out var header) ? header.CharSet?.Trim('"').ToUpperInvariant() switch
        {
            "UTF-16" or "UTF-16LE" => Encoding.Unicode,
            "UTF-16BE" => Encoding.BigEndianUnicode,
            "UTF-32" or "UTF-32LE" => Encoding.UTF32,
            "ISO-8859-1" or "LATIN1" => Encoding.Latin1,
            _ => Encoding.UTF8,
        }
        : Encoding.UTF8;
}
