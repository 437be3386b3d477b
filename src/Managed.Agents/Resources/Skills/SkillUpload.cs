namespace Managed.Agents;

/// <summary>The files of a skill, or of a version of one: one folder with <c>SKILL.md</c> at its root.</summary>
/// <remarks>To name the skill, use <c>with</c>: <c>SkillUpload.FromFolder("skills/invoices") with { DisplayName = "Invoices" }</c>.</remarks>
public sealed record SkillUpload
{
    private readonly IReadOnlyList<FileUpload> _files;

    private SkillUpload(IReadOnlyList<FileUpload> files) => _files = files;

    /// <summary>The name of a new skill, for people: one line, up to 255 characters. Only for a new skill; versions have no such name.</summary>
    /// <value>Default: the name in the front matter of <c>SKILL.md</c>.</value>
    public string? DisplayName { get; init; }

    /// <summary>A folder on disk, with all below it but links and what is hidden. It is zipped while it is sent, and anew for each attempt.</summary>
    /// <remarks>
    /// Hidden is every file and folder whose name begins with a dot, such as <c>.git</c>, <c>.env</c> or <c>.DS_Store</c>, and what the file
    /// system marks as hidden. <see cref="FromFiles(IReadOnlyList{FileUpload})"/> and <see cref="FromZip"/> leave nothing out.
    /// </remarks>
    /// <param name="folder">The path of the folder that has <c>SKILL.md</c>. Its own name may begin with a dot.</param>
    /// <returns>The files.</returns>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static SkillUpload FromFolder(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        if (!Directory.Exists(full))
        {
            throw new DirectoryNotFoundException($"There is no folder '{full}' to upload.");
        }

        var name = Path.GetFileName(full) is { Length: > 0 } last ? last : "skill";
        return new SkillUpload([FileUpload.FromSource(new ZippedFolderSource(full, name), $"{name}.zip")]);
    }

    /// <summary>A zip archive that is there already, with one folder at its top.</summary>
    /// <param name="archive">The archive.</param>
    /// <returns>The files.</returns>
    public static SkillUpload FromZip(FileUpload archive) => FromFiles(archive);

    /// <summary>Single files, for example from memory.</summary>
    /// <param name="files">The files, whose names are paths with one folder at the top: <c>invoices/SKILL.md</c>.</param>
    /// <returns>The files.</returns>
    /// <exception cref="ArgumentException">There is no file, or one has <see cref="FileUpload.ExpiresIn"/>.</exception>
    public static SkillUpload FromFiles(params FileUpload[] files) => FromFiles((IReadOnlyList<FileUpload>)files);

    /// <summary>Single files, for example from memory.</summary>
    /// <param name="files">The files, whose names are paths with one folder at the top: <c>invoices/SKILL.md</c>.</param>
    /// <returns>The files.</returns>
    /// <exception cref="ArgumentException">There is no file, or one has <see cref="FileUpload.ExpiresIn"/>.</exception>
    public static SkillUpload FromFiles(IReadOnlyList<FileUpload> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        if (files.Count == 0)
        {
            throw new ArgumentException("A skill has at least one file, SKILL.md.", nameof(files));
        }

        return files.FirstOrDefault(static file => file.ExpiresIn is not null) is { } file
            ? throw new ArgumentException($"The file '{file.FileName}' has {nameof(FileUpload.ExpiresIn)}, but files of a skill do not expire. Leave it out.", nameof(files))
            : new SkillUpload([.. files]);
    }

    internal IReadOnlyList<UploadPart> ToParts() => [.. _files.Select(static file => file.ToPart(file.FileName.Replace('\\', '/')))];
}
