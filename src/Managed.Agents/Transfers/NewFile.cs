namespace Managed.Agents;

/// <summary>Writes a file under another name first, so that under its own it is there as a whole or not at all.</summary>
internal static class NewFile
{
    public static async Task WriteAsync(string path, Func<Stream, Task> write)
    {
        var unfinished = Unfinished(path);
        try
        {
            var file = new FileStream(unfinished, new FileStreamOptions
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

            File.Move(unfinished, path, overwrite: true);
        }
        catch
        {
            // Deleting a file that is not there does nothing.
            File.Delete(unfinished);
            throw;
        }
    }

    /// <summary>A name beside a path that nobody else uses: a rename does not leave the disk.</summary>
    public static string Unfinished(string path) => $"{Path.TrimEndingDirectorySeparator(path)}.{Guid.NewGuid():N}.tmp";
}
