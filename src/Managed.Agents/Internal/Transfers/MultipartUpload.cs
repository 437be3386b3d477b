using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Runtime.ExceptionServices;
using System.Text;

namespace Managed.Agents;

/// <summary>A body with files, streamed while it is sent and made anew for each attempt.</summary>
internal sealed class MultipartUpload(
    IReadOnlyList<(string Name, string Value)> fields, string fileField, IReadOnlyList<UploadPart> files, IProgress<TransferProgress>? progress)
{
    private UploadRun? _run;

    /// <summary>Whether another attempt could send the same again.</summary>
    public bool CanBeSentAgain => !files.Any(static file => file.Source.IsConsumed);

    /// <summary>What went wrong with the content itself in the last attempt; null when nothing did.</summary>
    public ExceptionDispatchInfo? Failure => _run?.Failure;

    public HttpContent CreateContent(Action moved)
    {
        var run = new UploadRun(progress, files.Aggregate((long?)0, static (sum, file) => sum + file.Source.ContentLength), moved);
        _run = run;
        var boundary = $"managed-agents-{Guid.NewGuid():N}";

        // File names go out as UTF-8, as browsers send them. The boundary goes without quotes, which some servers take for a part of it.
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
            var part = new PartContent(file.Source, run);
            part.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"{fileField}\"; filename=\"{Escape(file.Name)}\"");
            part.Headers.ContentType = MediaTypeHeaderValue.Parse(file.MediaType);
            content.Add(part);
        }

        return content;
    }

    // What could end the name or the header is percent-encoded, so that a name stays a name whatever it holds.
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
    private sealed class PartContent(UploadSource source, UploadRun run) : HttpContent
    {
        private readonly long? _length = source.WireLength;

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
            SerializeToStreamAsync(stream, context, CancellationToken.None);

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
            source.WriteToAsync(stream, _length, run, cancellationToken);

        protected override bool TryComputeLength(out long length)
        {
            length = _length ?? 0;
            return _length is not null;
        }
    }
}

/// <summary>A file in a body: its name as it is sent, and where its content comes from.</summary>
internal sealed record UploadPart(string Name, string MediaType, UploadSource Source);
