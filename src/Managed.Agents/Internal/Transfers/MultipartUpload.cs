using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Runtime.ExceptionServices;
using System.Text;

namespace Managed.Agents;

/// <summary>A multipart body with files. It is streamed, and created again for each attempt.</summary>
internal sealed class MultipartUpload(
    IReadOnlyList<(string Name, string Value)> fields, string fileField, IReadOnlyList<UploadPart> files, IProgress<TransferProgress>? progress)
{
    private UploadAttempt? _attempt;

    /// <summary>Whether another attempt can send the same content again.</summary>
    public bool CanResend => !files.Any(static file => file.Source.IsConsumed);

    /// <summary>The exception of reading the content in the last attempt, or null.</summary>
    public ExceptionDispatchInfo? Failure => _attempt?.Failure;

    public HttpContent CreateContent(Action onProgress)
    {
        var attempt = new UploadAttempt(progress, files.Aggregate((long?)0, static (sum, file) => sum + file.Source.ContentLength), onProgress);
        _attempt = attempt;
        var boundary = $"managed-agents-{Guid.NewGuid():N}";

        // File names are sent as UTF-8, as browsers do. The boundary has no quotes, because some servers treat them as a part of it.
        var content = new MultipartContent("form-data", boundary) { HeaderEncodingSelector = static (_, _) => Encoding.UTF8 };
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", $"multipart/form-data; boundary={boundary}");
        foreach (var (name, value) in fields)
        {
            var field = new ByteArrayContent(Encoding.UTF8.GetBytes(value));
            field.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"{name}\"");
            content.Add(field);
        }

        foreach (var file in files)
        {
            var part = new PartContent(file.Source, attempt);
            part.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"{fileField}\"; filename=\"{Escape(file.Name)}\"");
            part.Headers.ContentType = MediaTypeHeaderValue.Parse(file.MediaType);
            content.Add(part);
        }

        return content;
    }

    // Percent-encodes the characters that could end the name or the header.
    private static string Escape(string name)
    {
        var escaped = new StringBuilder(name.Length);
        foreach (var character in name)
        {
            if (character is '"' or '\\' || char.IsControl(character))
            {
                escaped.Append('%').Append(((int)character).ToString("X2", CultureInfo.InvariantCulture));
            }
            else
            {
                escaped.Append(character);
            }
        }

        return escaped.ToString();
    }

    /// <summary>One file of the body.</summary>
    private sealed class PartContent(UploadSource source, UploadAttempt attempt) : HttpContent
    {
        private readonly long? _length = source.WireLength;

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
            SerializeToStreamAsync(stream, context, CancellationToken.None);

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
            source.WriteToAsync(stream, _length, attempt, cancellationToken);

        protected override bool TryComputeLength(out long length)
        {
            length = _length ?? 0;
            return _length is not null;
        }
    }
}

/// <summary>A file of a multipart body.</summary>
internal sealed record UploadPart(string Name, string MediaType, UploadSource Source);
