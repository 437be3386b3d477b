using System.Net.Http.Headers;

namespace Managed.Agents;

/// <summary>A file to upload. Its content is read while it is sent, and never held in memory as a whole.</summary>
/// <remarks>To say more about it, use <c>with</c>: <c>FileUpload.FromPath("plan.pdf") with { ExpiresIn = TimeSpan.FromDays(7) }</c>.</remarks>
public sealed record FileUpload
{
    private FileUpload(UploadSource source, string fileName)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(fileName);
        Source = source;
        FileName = fileName;
        MediaType = MediaTypes.Of(fileName);
    }

    /// <summary>The name to upload the file under. Of a path, files keep the last segment only; files of a skill keep all of it.</summary>
    public string FileName { get; }

    /// <summary>The media type.</summary>
    /// <value>Default: by the ending of the name, else <c>application/octet-stream</c>.</value>
    public string MediaType
    {
        get;
        init => field = MediaTypeHeaderValue.TryParse(value, out _)
            ? value
            : throw new ArgumentException($"'{nameof(MediaType)}' is no media type. Write it like 'application/pdf'.", nameof(value));
    }

    /// <summary>How long until the service deletes the file by itself: 1 hour to 90 days; null for never. Not for files of a skill.</summary>
    public TimeSpan? ExpiresIn { get; init; }

    internal UploadSource Source { get; }

    /// <summary>A file on disk. It is opened for each attempt, so a failed upload can be repeated.</summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="fileName">The name to upload it under; null for its own.</param>
    /// <returns>The file.</returns>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static FileUpload FromPath(string path, string? fileName = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var full = Path.GetFullPath(path);
        return File.Exists(full)
            ? new FileUpload(new PathSource(full), fileName ?? Path.GetFileName(full))
            : throw new FileNotFoundException($"There is no file '{full}' to upload.", full);
    }

    /// <summary>A stream, from where it stands now to its end. It is not disposed.</summary>
    /// <param name="stream">
    /// The stream. One that can seek is rewound when an upload is repeated. One that cannot is sent once: after a failure that would be
    /// repeated otherwise the call fails and says so, and the upload cannot be used again.
    /// </param>
    /// <param name="fileName">The name to upload it under.</param>
    /// <returns>The file.</returns>
    public static FileUpload FromStream(Stream stream, string fileName)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return stream.CanRead
            ? new FileUpload(new StreamSource(stream), fileName)
            : throw new ArgumentException("The stream cannot be read.", nameof(stream));
    }

    /// <summary>Bytes in memory. They are not copied: leave them as they are until the upload has ended.</summary>
    /// <param name="bytes">The content.</param>
    /// <param name="fileName">The name to upload it under.</param>
    /// <returns>The file.</returns>
    public static FileUpload FromBytes(ReadOnlyMemory<byte> bytes, string fileName) => new(new BytesSource(bytes), fileName);

    internal static FileUpload FromSource(UploadSource source, string fileName) => new(source, fileName);

    internal UploadPart ToPart(string name) => Source.IsConsumed
        ? throw new InvalidOperationException($"The stream of the upload '{FileName}' has been read already and cannot be rewound. Open it again and make a new upload.")
        : new UploadPart(name, MediaType, Source);
}
