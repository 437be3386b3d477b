using System.IO.Compression;

namespace Managed.Agents;

/// <summary>Unpacks an untrusted zip archive. No entry can be written outside of the target folder.</summary>
internal static class ZipEntries
{
    /// <summary>The maximum unpacked size of an archive. It is much larger than any skill.</summary>
    public const long MaxBytes = 1L << 30;

    private const int LinkMode = 0xA000;
    private const int FileTypeMode = 0xF000;
    private const int RegularFileMode = 0x8000;
    private const UnixFileMode Permissions = (UnixFileMode)0x1FF;

    /// <summary>Returns the attributes of an entry for a file mode.</summary>
    public static int Attributes(UnixFileMode mode) => (RegularFileMode | (int)(mode & Permissions)) << 16;

    /// <exception cref="InvalidDataException">The archive is damaged, too large, or has an entry outside of the folder.</exception>
    public static async Task UnpackAsync(Stream zip, string folder, CancellationToken cancellationToken)
    {
        using var archive = new ZipArchive(zip, ZipArchiveMode.Read, leaveOpen: true);
        var files = archive.Entries.Where(static entry => !entry.FullName.EndsWith('/')).ToList();
        var top = TopFolder(files);
        var left = MaxBytes;
        foreach (var entry in files)
        {
            var path = PathOf(entry, top, folder);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            left = await WriteAsync(entry, path, left, cancellationToken).ConfigureAwait(false);
        }
    }

    // Skill archives have one top-level folder. It is replaced by the target folder.
    private static string TopFolder(List<ZipArchiveEntry> files)
    {
        var name = files.Count == 0 ? "" : files[0].FullName;
        var top = name[..(name.IndexOf('/', StringComparison.Ordinal) + 1)];
        return files.TrueForAll(entry => entry.FullName.StartsWith(top, StringComparison.Ordinal)) ? top : "";
    }

    private static string PathOf(ZipArchiveEntry entry, string top, string folder)
    {
        var name = entry.FullName;
        var isLink = ((entry.ExternalAttributes >> 16) & FileTypeMode) == LinkMode;
        if (isLink || name.Any(static c => c is '\\' || char.IsControl(c) || (c is ':' && OperatingSystem.IsWindows())) || name.Split('/').Any(static segment => segment is "" or "." or ".."))
        {
            throw new InvalidDataException($"the archive has an entry that does not stay in its folder: '{ForDisplay(name)}'.");
        }

        // Some systems give names a special meaning, for example drives, so the resulting path is checked too.
        var path = Path.GetFullPath(Path.Combine(folder, name[top.Length..]));
        return path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? path
            : throw new InvalidDataException($"the archive has an entry that does not stay in its folder: '{ForDisplay(name)}'.");
    }

    private static async Task<long> WriteAsync(ZipArchiveEntry entry, string path, long left, CancellationToken cancellationToken)
    {
        using var source = entry.Open();
        var target = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, useAsync: true);
        await using (target.ConfigureAwait(false))
        {
            var buffer = new byte[64 * 1024];
            for (var read = await source.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
                read > 0;
                read = await source.ReadAsync(buffer, cancellationToken).ConfigureAwait(false))
            {
                left -= read;
                if (left < 0)
                {
                    throw new InvalidDataException($"the archive unpacks to more than {MaxBytes} bytes.");
                }

                await target.WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
            }
        }

        if (!OperatingSystem.IsWindows() && (UnixFileMode)(entry.ExternalAttributes >> 16) is var mode && (mode & Permissions) != UnixFileMode.None)
        {
            File.SetUnixFileMode(path, (mode & Permissions) | UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        return left;
    }

    private static string ForDisplay(string name) => string.Concat(name.Select(static c => char.IsControl(c) ? '?' : c));
}
