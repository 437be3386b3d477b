namespace Managed.Agents;

/// <summary>Writes a file under another name first, so that under its own it is there as a whole or not at all.</summary>
internal static class NewFile
{
    /// <param name="path">Where the file is to be.</param>
    /// <param name="replace">Whether a file that is there is replaced. Otherwise one that comes there meanwhile is left alone, and this fails.</param>
    /// <param name="write">Writes the content.</param>
    public static async Task WriteAsync(string path, bool replace, Func<Stream, Task> write)
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

            File.Move(unfinished, path, replace);
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
