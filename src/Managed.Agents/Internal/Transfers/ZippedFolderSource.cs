using System.Buffers;
using System.IO.Compression;
using System.IO.Enumeration;

namespace Managed.Agents;

/// <summary>A folder that is zipped while it is sent. The zip archive has one top-level folder with the name of the folder.</summary>
internal sealed class ZippedFolderSource(string folder, string name) : UploadSource
{
    private static readonly EnumerationOptions AllButLinks = new()
    {
        RecurseSubdirectories = true,
        IgnoreInaccessible = false,

        // A link can point outside of the folder or to itself.
        AttributesToSkip = FileAttributes.ReparsePoint,
    };

    public override long? WireLength => null;

    public override long? ContentLength => Files().Sum(static file => file.Length);

    public override async Task WriteToAsync(Stream destination, long? length, UploadAttempt attempt, CancellationToken cancellationToken)
    {
        // ZipArchive writes synchronously, which would block a thread on the network. It writes to a buffer instead, which is sent after
        // each chunk of a file.
        var output = new BufferStream();
        var archive = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        using (archive)
        {
            FileInfo[] files = [];
            attempt.RunCallerCode(() => files = [.. Files().OrderBy(static file => file.FullName, StringComparer.Ordinal)]);
            foreach (var file in files)
            {
                await AddAsync(archive, file, output, destination, attempt, cancellationToken).ConfigureAwait(false);
                await output.SendAsync(destination, cancellationToken).ConfigureAwait(false);
            }
        }

        await output.SendAsync(destination, cancellationToken).ConfigureAwait(false);
    }

    private async Task AddAsync(ZipArchive archive, FileInfo file, BufferStream output, Stream destination, UploadAttempt attempt, CancellationToken cancellationToken)
    {
        var entry = archive.CreateEntry($"{name}/{Path.GetRelativePath(folder, file.FullName).Replace(Path.DirectorySeparatorChar, '/')}");
        if (!OperatingSystem.IsWindows())
        {
            entry.ExternalAttributes = ZipEntries.Attributes(file.UnixFileMode);
        }

        var source = attempt.Open(file.FullName);
        await using var closing = source.ConfigureAwait(false);
        using var target = entry.Open();
        var buffer = ArrayPool<byte>.Shared.Rent(ChunkSize);
        try
        {
            for (var read = await attempt.ReadAsync(source, buffer.AsMemory(0, ChunkSize), cancellationToken).ConfigureAwait(false);
                read > 0;
                read = await attempt.ReadAsync(source, buffer.AsMemory(0, ChunkSize), cancellationToken).ConfigureAwait(false))
            {
                target.Write(buffer, 0, read);
                await output.SendAsync(destination, cancellationToken).ConfigureAwait(false);
                attempt.Add(read);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    // Skips hidden files and, on every system, names that start with a dot: .git, .env, .DS_Store.
    private FileSystemEnumerable<FileInfo> Files() => new(folder, static (ref entry) => (FileInfo)entry.ToFileSystemInfo(), AllButLinks)
    {
        ShouldIncludePredicate = static (ref entry) => !entry.IsDirectory && !IsHidden(ref entry),
        ShouldRecursePredicate = static (ref entry) => !IsHidden(ref entry),
    };

    private static bool IsHidden(ref FileSystemEntry entry) => entry.IsHidden || entry.FileName is ['.', ..];

    /// <summary>Buffers what the zip archive writes, and sends it to the destination.</summary>
    private sealed class BufferStream : Stream
    {
        private readonly ArrayBufferWriter<byte> _buffer = new(ChunkSize);

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public async ValueTask SendAsync(Stream destination, CancellationToken cancellationToken)
        {
            await destination.WriteAsync(_buffer.WrittenMemory, cancellationToken).ConfigureAwait(false);
            _buffer.ResetWrittenCount();
        }

        public override void Write(ReadOnlySpan<byte> buffer) => _buffer.Write(buffer);

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
