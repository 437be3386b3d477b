namespace Managed.Agents;

/// <summary>A client for the outputs of sessions, the files that an agent wrote to <c>/mnt/session/outputs</c>.</summary>
public class SessionOutputsClient
{
    private readonly FilesClient _files;
    private readonly TimeProvider _time;

    internal SessionOutputsClient(FilesClient files, TimeProvider time)
    {
        _files = files;
        _time = time;
    }

    /// <summary>Initializes a new instance for mocking.</summary>
    protected SessionOutputsClient()
    {
        _files = null!;
        _time = null!;
    }

    /// <summary>Lists the current outputs of a session. Copies of the files that were passed to the session are omitted.</summary>
    /// <param name="sessionId">The id of the session (<c>sesn_…</c>).</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The files, fetched page by page as they are enumerated.</returns>
    public virtual AsyncPageable<FileMetadata> ListAsync(string sessionId, CancellationToken cancellationToken = default)
    {
        var options = new FileListOptions { ScopeId = ApiId.Check(sessionId, nameof(sessionId)) };
        return new AsyncPageable<FileMetadata>((cursor, pageSize, token) => PageAsync(options, cursor, pageSize, token), cancellationToken);
    }

    /// <summary>Waits until the outputs of a session are complete, and lists them. Call it when the session is idle.</summary>
    /// <param name="sessionId">The id of the session (<c>sesn_…</c>).</param>
    /// <param name="options">The wait options, or null for the defaults.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The files. Can be empty without <see cref="SessionOutputWaitOptions.ExpectedCount"/>.</returns>
    /// <exception cref="ManagedAgentsTimeoutException">The list had fewer files than expected when the timeout expired.</exception>
    /// <exception cref="ManagedAgentsException">The request failed.</exception>
    public virtual async Task<IReadOnlyList<FileMetadata>> WaitAsync(string sessionId, SessionOutputWaitOptions? options = null, CancellationToken cancellationToken = default)
    {
        var rules = options ?? new SessionOutputWaitOptions();
        var start = _time.GetTimestamp();
        var changed = start;
        IReadOnlyList<FileMetadata>? files = null;
        while (true)
        {
            var found = await ReadAsync(sessionId, cancellationToken).ConfigureAwait(false);
            var now = _time.GetTimestamp();
            if (files is null || found.Count != files.Count || !found.Select(static file => file.Id).SequenceEqual(files.Select(static file => file.Id)))
            {
                changed = now;
            }

            files = found;
            var isComplete = rules.ExpectedCount is { } count
                ? files.Count >= count
                : _time.GetElapsedTime(changed, now) >= rules.SettleDelay;
            var waited = _time.GetElapsedTime(start, now);
            if (isComplete || (rules.Timeout != Timeout.InfiniteTimeSpan && waited >= rules.Timeout))
            {
                return isComplete || rules.ExpectedCount is null ? files : throw TooFew(sessionId, files.Count, rules);
            }

            await Task.Delay(rules.PollingInterval, _time, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Waits until the outputs of a session are complete, and downloads them to a folder. Call it when the session is idle.</summary>
    /// <remarks>
    /// The names come from the agent and are sanitized: folders and characters that a file system does not allow are removed, and duplicate
    /// names get a number. Existing files are not replaced, nor are files that are created during the download. If the download fails or is
    /// canceled, completed files are kept.
    /// </remarks>
    /// <param name="sessionId">The id of the session (<c>sesn_…</c>).</param>
    /// <param name="folder">The folder. It is created if it does not exist.</param>
    /// <param name="options">The wait options, or null for the defaults.</param>
    /// <param name="progress">Receives the total progress of all files, or null.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The files with their paths.</returns>
    /// <exception cref="IOException">A file already exists or could not be written.</exception>
    /// <exception cref="ManagedAgentsException">The request failed.</exception>
    public virtual async Task<IReadOnlyList<DownloadedFile>> DownloadToFolderAsync(
        string sessionId, string folder, SessionOutputWaitOptions? options = null, IProgress<TransferProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        var full = Path.GetFullPath(folder);
        var files = await WaitAsync(sessionId, options, cancellationToken).ConfigureAwait(false);
        var names = OutputFileNames.Of(files);
        var targets = files.Select((file, i) => new DownloadedFile(file, Path.Combine(full, names[i]))).ToList();
        if (targets.Find(static target => File.Exists(target.Path) || Directory.Exists(target.Path)) is { } taken)
        {
            throw new IOException($"'{taken.Path}' already exists and is not replaced by a session output. Choose another folder, or move the file.");
        }

        Directory.CreateDirectory(full);
        var total = files.Sum(static file => file.SizeBytes);
        var before = 0L;
        foreach (var target in targets)
        {
            await _files.DownloadToFileAsync(target.File.Id, target.Path, replace: false, Part(progress, before, total), cancellationToken).ConfigureAwait(false);
            before += target.File.SizeBytes;
        }

        return targets;
    }

    private static AggregateProgress? Part(IProgress<TransferProgress>? progress, long before, long total) =>
        progress is null ? null : new AggregateProgress(progress, before, total);

    private static ManagedAgentsTimeoutException TooFew(string sessionId, int count, SessionOutputWaitOptions rules) =>
        new(
            $"The session {sessionId} had {count} of {rules.ExpectedCount} expected outputs when the timeout of {rules.Timeout} expired. Increase {nameof(SessionOutputWaitOptions)}.{nameof(SessionOutputWaitOptions.Timeout)}, or reduce {nameof(SessionOutputWaitOptions.ExpectedCount)}.",
            TimeoutKind.Wait,
            rules.Timeout);

    private async Task<IReadOnlyList<FileMetadata>> ReadAsync(string sessionId, CancellationToken cancellationToken)
    {
        var files = new List<FileMetadata>();
        await foreach (var file in ListAsync(sessionId, cancellationToken).ConfigureAwait(false))
        {
            files.Add(file);
        }

        return files;
    }

    private async Task<Page<FileMetadata>> PageAsync(FileListOptions options, string? cursor, int? pageSize, CancellationToken cancellationToken)
    {
        await foreach (var page in _files.ListAsync(options, cancellationToken).AsPages(cursor, pageSize).ConfigureAwait(false))
        {
            return new Page<FileMetadata>([.. page.Items.Where(static file => file.Downloadable != false)], page.NextCursor, page.PreviousCursor, page.RequestId);
        }

        return new Page<FileMetadata>([]);
    }

    /// <summary>Reports the progress of one file as part of the total progress.</summary>
    private sealed class AggregateProgress(IProgress<TransferProgress> progress, long before, long total) : IProgress<TransferProgress>
    {
        public void Report(TransferProgress value) => progress.Report(new TransferProgress(before + value.BytesTransferred, total));
    }
}
