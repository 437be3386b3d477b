namespace Managed.Agents;

/// <summary>Unpacks an archive under another name first, so that under its own the folder is there as a whole or not at all.</summary>
internal sealed class NewFolder
{
    private readonly string _path;

    /// <exception cref="IOException">Something is there already.</exception>
    public NewFolder(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        _path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (File.Exists(_path) || (Directory.Exists(_path) && Directory.EnumerateFileSystemEntries(_path).Any()))
        {
            throw new IOException($"'{_path}' exists already and is no empty folder. Name a folder that does not exist.");
        }
    }

    public async Task UnpackAsync(Download download, IProgress<TransferProgress>? progress, CancellationToken cancellationToken)
    {
        var unfinished = NewFile.Unfinished(_path);
        try
        {
            Directory.CreateDirectory(unfinished);
            await UnpackAsync(download, unfinished, progress, cancellationToken).ConfigureAwait(false);
            if (Directory.Exists(_path))
            {
                Directory.Delete(_path);
            }

            Directory.Move(unfinished, _path);
        }
        catch
        {
            if (Directory.Exists(unfinished))
            {
                Directory.Delete(unfinished, recursive: true);
            }

            throw;
        }
    }

    private static async Task UnpackAsync(Download download, string folder, IProgress<TransferProgress>? progress, CancellationToken cancellationToken)
    {
        // An archive is read from its end, so it has to be on disk first.
        var zip = new FileStream(NewFile.Unfinished(folder), new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose,
        });
        await using (zip.ConfigureAwait(false))
        {
            await download.CopyToAsync(zip, progress, cancellationToken).ConfigureAwait(false);
            zip.Position = 0;
            try
            {
                await ZipEntries.UnpackAsync(zip, folder, cancellationToken).ConfigureAwait(false);
            }
            catch (InvalidDataException problem)
            {
                throw download.Unusable(problem.Message);
            }
        }
    }
}
