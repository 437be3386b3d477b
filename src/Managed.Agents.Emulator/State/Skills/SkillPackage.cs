using System.IO.Compression;

namespace Managed.Agents.Emulator;

/// <summary>The uploaded folder of a skill: single files or one zip archive.</summary>
internal sealed class SkillPackage
{
    private const string ManifestName = "SKILL.md";

    private readonly SortedDictionary<string, byte[]> _files = new(StringComparer.Ordinal);
    private long _size;

    private SkillPackage()
    {
    }

    public SkillManifest Manifest { get; private set; } = new("", "");

    public static SkillPackage Read(IReadOnlyList<UploadedFile> sent)
    {
        var package = new SkillPackage();
        if (sent is [var only] && IsZip(only))
        {
            package.AddArchive(only);
        }
        else
        {
            foreach (var file in sent)
            {
                using var content = file.Open();
                package.Add(file.Name ?? "", content);
            }
        }

        package.Check();
        return package;
    }

    public byte[] ToZip(DateTimeOffset time)
    {
        using var buffer = new MemoryStream();
        using (var archive = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, content) in _files)
            {
                var entry = archive.CreateEntry(path);
                entry.LastWriteTime = time;
                using var target = entry.Open();
                target.Write(content);
            }
        }

        return buffer.ToArray();
    }

    private static bool IsZip(UploadedFile file)
    {
        Span<byte> start = stackalloc byte[4];
        using var content = file.Open();
        return content.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && start.SequenceEqual("PK\u0003\u0004"u8);
    }

    private void AddArchive(UploadedFile file)
    {
        try
        {
            using var content = file.Open();
            using var archive = new ZipArchive(content);
            foreach (var entry in archive.Entries.Where(static entry => !entry.FullName.EndsWith('/')))
            {
                using var source = entry.Open();
                Add(entry.FullName, source);
            }
        }
        catch (InvalidDataException malformed)
        {
            throw ApiError.InvalidRequest($"files[]: not a valid zip archive ({malformed.Message}).");
        }
    }

    private void Add(string name, Stream content)
    {
        var path = name.Replace('\\', '/');
        if (path.Split('/').Any(static segment => segment is "" or "." or ".."))
        {
            throw ApiError.InvalidRequest($"files[]: \"{name}\" is not a valid relative path.");
        }

        using var buffer = new MemoryStream();
        var chunk = new byte[64 * 1024];
        int read;
        while ((read = content.Read(chunk)) > 0)
        {
            // The unpacked size counts, not the size that the archive declares.
            _size += read;
            if (_size > RequestBody.MaxBytes)
            {
                throw ApiError.TooLarge($"The files of the skill are larger than {RequestBody.MaxBytes} bytes.");
            }

            buffer.Write(chunk, 0, read);
        }

        if (!_files.TryAdd(path, buffer.ToArray()))
        {
            throw ApiError.InvalidRequest($"files[]: \"{path}\" is a duplicate.");
        }
    }

    private void Check()
    {
        var folders = _files.Keys.Select(static path => path.Contains('/', StringComparison.Ordinal) ? path[..path.IndexOf('/', StringComparison.Ordinal)] : "").Distinct(StringComparer.Ordinal).ToList();
        if (folders is not [{ Length: > 0 } folder])
        {
            throw ApiError.InvalidRequest($"files[]: all files must be in one top-level folder, got {string.Join(", ", _files.Keys.Take(5))}.");
        }

        Manifest = _files.TryGetValue($"{folder}/{ManifestName}", out var markdown)
            ? SkillManifest.Parse(markdown)
            : throw ApiError.InvalidRequest($"files[]: there is no {folder}/{ManifestName}.");
    }
}
