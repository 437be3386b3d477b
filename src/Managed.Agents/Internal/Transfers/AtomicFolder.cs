namespace Managed.Agents;

/// <summary>Unpacks an archive into a folder atomically: under a temporary name first, which is then renamed.</summary>
internal sealed class AtomicFolder
{
    private readonly string _path;

    /// <exception cref="IOException">The path exists and is not an empty folder.</exception>
    public AtomicFolder(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        _path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (File.Exists(_path) || (Directory.Exists(_path) && Directory.EnumerateFileSystemEntries(_path).Any()))
        {
            throw new IOException($"'{_path}' already exists and is not an empty folder. Choose a folder that does not exist.");
        }
    }

    public async Task UnpackAsync(Download download, IProgress<TransferProgress>? progress, CancellationToken cancellationToken)
    {
        var temporary = AtomicFile.TemporaryPath(_path);
        try
        {
            Directory.CreateDirectory(temporary);
            await UnpackAsync(download, temporary, progress, cancellationToken).ConfigureAwait(false);
            if (Directory.Exists(_path))
            {
                Directory.Delete(_path);
            }

            Directory.Move(temporary, _path);
        }
        catch
        {
            if (Directory.Exists(temporary))
            {
                Directory.Delete(temporary, recursive: true);
            }

            throw;
        }
    }

    private static async Task UnpackAsync(Download download, string folder, IProgress<TransferProgress>? progress, CancellationToken cancellationToken)
    {
        // A zip archive is read from its end, so it must be on disk first.
        var zip = new FileStream(AtomicFile.TemporaryPath(folder), new FileStreamOptions
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
                throw download.InvalidContent(problem.Message);
            }
        }
    }
}
