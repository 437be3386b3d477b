namespace Managed.Agents.Emulator;

/// <summary>The folder of the sandbox whose files become downloadable.</summary>
internal static class SessionOutputs
{
    private const string Folder = "/mnt/session/outputs/";

    public static string RelativePath(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var relative = path.StartsWith(Folder, StringComparison.Ordinal) ? path[Folder.Length..] : path;
        return relative.StartsWith('/') || relative.Split('/').Any(static segment => segment is "" or "." or "..")
            ? throw new ArgumentException($"\"{path}\" is not a valid path of a file in {Folder}.", nameof(path))
            : relative;
    }
}
