namespace Managed.Agents;

/// <summary>Writes a file atomically: under a temporary name first, which is then renamed.</summary>
internal static class AtomicFile
{
    /// <param name="path">The path of the file.</param>
    /// <param name="replace">
    /// Whether an existing file is replaced. If false, the method throws when the file exists, even if it was created during the write.
    /// </param>
    /// <param name="write">A delegate that writes the content.</param>
    public static async Task WriteAsync(string path, bool replace, Func<Stream, Task> write)
    {
        var temporary = TemporaryPath(path);
        try
        {
            var file = new FileStream(temporary, new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                Options = FileOptions.Asynchronous,
                BufferSize = 0,
            });
            await using (file.ConfigureAwait(false))
            {
                await write(file).ConfigureAwait(false);
            }

            File.Move(temporary, path, replace);
        }
        catch
        {
            // File.Delete does nothing if the file does not exist.
            File.Delete(temporary);
            throw;
        }
    }

    /// <summary>Returns a unique path in the same folder, so that the rename stays on the same disk.</summary>
    public static string TemporaryPath(string path) => $"{Path.TrimEndingDirectorySeparator(path)}.{Guid.NewGuid():N}.tmp";
}
