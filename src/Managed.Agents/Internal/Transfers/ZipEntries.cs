using System.IO.Compression;

namespace Managed.Agents;

/// <summary>Unpacks an archive that somebody else made: into its folder, and nowhere else.</summary>
internal static class ZipEntries
{
    /// <summary>The most that an archive may unpack to: far more than any skill, and less than a disk.</summary>
    public const long MaxBytes = 1L << 30;

    private const int LinkMode = 0xA000;
    private const int FileTypeMode = 0xF000;
    private const int RegularFileMode = 0x8000;
    private const UnixFileMode Permissions = (UnixFileMode)0x1FF;

    /// <summary>The attributes of an entry, from the mode of its file.</summary>
    public static int Attributes(UnixFileMode mode) => (RegularFileMode | (int)(mode & Permissions)) << 16;

    /// <exception cref="InvalidDataException">The archive is damaged, too big, or has an entry that leads out of the folder.</exception>
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

    // Archives of skills have one folder at the top, which the folder that was asked for takes the place of.
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
            throw new InvalidDataException($"the archive has an entry that does not stay in its folder: '{Shown(name)}'.");
        }

        // The names of some systems mean more than they show (drives, for one), so the result is looked at too.
        var path = Path.GetFullPath(Path.Combine(folder, name[top.Length..]));
        return path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? path
            : throw new InvalidDataException($"the archive has an entry that does not stay in its folder: '{Shown(name)}'.");
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

    private static string Shown(string name) => string.Concat(name.Select(static c => char.IsControl(c) ? '?' : c));
}
