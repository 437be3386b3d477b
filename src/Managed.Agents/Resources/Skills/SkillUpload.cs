namespace Managed.Agents;

/// <summary>The files of a skill or of a skill version: one folder with <c>SKILL.md</c> at its root.</summary>
/// <remarks>To name the skill, use <c>with</c>: <c>SkillUpload.FromFolder("skills/invoices") with { DisplayName = "Invoices" }</c>.</remarks>
public sealed record SkillUpload
{
    private readonly IReadOnlyList<FileUpload> _files;

    private SkillUpload(IReadOnlyList<FileUpload> files) => _files = files;

    /// <summary>The display name of a new skill: one line, up to 255 characters. Not supported for a new version of an existing skill.</summary>
    /// <value>Default: the name in the front matter of <c>SKILL.md</c>.</value>
    public string? DisplayName { get; init; }

    /// <summary>Creates an upload of a folder on disk with its subfolders, except links and hidden entries. It is zipped while it is sent, for each attempt.</summary>
    /// <remarks>
    /// Hidden entries are files and folders whose names begin with a dot, such as <c>.git</c>, <c>.env</c> or <c>.DS_Store</c>, and those
    /// that the file system marks as hidden. <see cref="FromFiles(IReadOnlyList{FileUpload})"/> and <see cref="FromZip"/> exclude nothing.
    /// </remarks>
    /// <param name="folder">The path of the folder that contains <c>SKILL.md</c>. Its own name can begin with a dot.</param>
    /// <returns>The upload.</returns>
    /// <exception cref="DirectoryNotFoundException">The folder does not exist.</exception>
    public static SkillUpload FromFolder(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        if (!Directory.Exists(full))
        {
            throw new DirectoryNotFoundException($"The folder '{full}' to upload does not exist.");
        }

        var name = Path.GetFileName(full) is { Length: > 0 } last ? last : "skill";
        return new SkillUpload([FileUpload.FromSource(new ZippedFolderSource(full, name), $"{name}.zip")]);
    }

    /// <summary>Creates an upload of an existing zip archive, which must have one folder at its root.</summary>
    /// <param name="archive">The archive.</param>
    /// <returns>The upload.</returns>
    public static SkillUpload FromZip(FileUpload archive) => FromFiles(archive);

    /// <summary>Creates an upload of individual files, for example from memory.</summary>
    /// <param name="files">The files. Their names are paths with one common root folder: <c>invoices/SKILL.md</c>.</param>
    /// <returns>The upload.</returns>
    /// <exception cref="ArgumentException">There are no files, or one has <see cref="FileUpload.ExpiresIn"/> set.</exception>
    public static SkillUpload FromFiles(params FileUpload[] files) => FromFiles((IReadOnlyList<FileUpload>)files);

    /// <summary>Creates an upload of individual files, for example from memory.</summary>
    /// <param name="files">The files. Their names are paths with one common root folder: <c>invoices/SKILL.md</c>.</param>
    /// <returns>The upload.</returns>
    /// <exception cref="ArgumentException">There are no files, or one has <see cref="FileUpload.ExpiresIn"/> set.</exception>
    public static SkillUpload FromFiles(IReadOnlyList<FileUpload> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        if (files.Count == 0)
        {
            throw new ArgumentException("A skill must have at least one file, SKILL.md.", nameof(files));
        }

        return files.FirstOrDefault(static file => file.ExpiresIn is not null) is { } file
            ? throw new ArgumentException($"The file '{file.FileName}' has {nameof(FileUpload.ExpiresIn)} set, but files of a skill do not expire. Remove it.", nameof(files))
            : new SkillUpload([.. files]);
    }

    internal IReadOnlyList<UploadPart> ToParts() => [.. _files.Select(static file => file.ToPart(file.FileName.Replace('\\', '/')))];
}
