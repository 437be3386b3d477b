using System.Net.Http.Headers;

namespace Managed.Agents;

/// <summary>A file to upload. Its content is streamed and never completely held in memory.</summary>
/// <remarks>To set more properties, use <c>with</c>: <c>FileUpload.FromPath("plan.pdf") with { ExpiresIn = TimeSpan.FromDays(7) }</c>.</remarks>
public sealed record FileUpload
{
    private FileUpload(UploadSource source, string fileName)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(fileName);
        Source = source;
        FileName = fileName;
        MediaType = MediaTypes.Of(fileName);
    }

    /// <summary>The name of the uploaded file. For files, only the last segment of a path is used; for files of a skill, the whole path.</summary>
    public string FileName { get; }

    /// <summary>The media type.</summary>
    /// <value>Default: derived from the file extension, or <c>application/octet-stream</c>.</value>
    public string MediaType
    {
        get;
        init => field = MediaTypeHeaderValue.TryParse(value, out _)
            ? value
            : throw new ArgumentException($"'{nameof(MediaType)}' is not a valid media type. Use a value like 'application/pdf'.", nameof(value));
    }

    /// <summary>The time after which the service deletes the file automatically: 1 hour to 90 days; <see langword="null"/> for never. Not supported for files of a skill.</summary>
    public TimeSpan? ExpiresIn { get; init; }

    internal UploadSource Source { get; }

    /// <summary>Creates an upload of a file on disk. The file is opened for each attempt, so a failed upload can be retried.</summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="fileName">The name of the uploaded file; <see langword="null"/> uses the name of the file on disk.</param>
    /// <returns>The upload.</returns>
    /// <exception cref="FileNotFoundException">The file does not exist.</exception>
    public static FileUpload FromPath(string path, string? fileName = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var full = Path.GetFullPath(path);
        return File.Exists(full)
            ? new FileUpload(new PathSource(full), fileName ?? Path.GetFileName(full))
            : throw new FileNotFoundException($"The file '{full}' to upload does not exist.", full);
    }

    /// <summary>Creates an upload of a stream, from its current position to its end. The stream is not disposed.</summary>
    /// <param name="stream">
    /// The stream. A seekable stream is rewound when the upload is retried. A stream that is not seekable can be sent only once: a failed
    /// call is not retried, and the upload cannot be used again.
    /// </param>
    /// <param name="fileName">The name of the uploaded file.</param>
    /// <returns>The upload.</returns>
    public static FileUpload FromStream(Stream stream, string fileName)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return stream.CanRead
            ? new FileUpload(new StreamSource(stream), fileName)
            : throw new ArgumentException("The stream is not readable.", nameof(stream));
    }

    /// <summary>Creates an upload of bytes in memory. The bytes are not copied; do not change them until the upload has ended.</summary>
    /// <param name="bytes">The content.</param>
    /// <param name="fileName">The name of the uploaded file.</param>
    /// <returns>The upload.</returns>
    public static FileUpload FromBytes(ReadOnlyMemory<byte> bytes, string fileName) => new(new BytesSource(bytes), fileName);

    internal static FileUpload FromSource(UploadSource source, string fileName) => new(source, fileName);

    internal UploadPart ToPart(string name) => Source.IsConsumed
        ? throw new InvalidOperationException($"The stream of the upload '{FileName}' has already been read and cannot be rewound. Open the stream again and create a new upload.")
        : new UploadPart(name, MediaType, Source);
}
