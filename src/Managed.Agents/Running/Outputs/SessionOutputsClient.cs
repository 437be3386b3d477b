namespace Managed.Agents;

/// <summary>The outputs of a session: the files that its agent wrote to <c>/mnt/session/outputs</c>.</summary>
public class SessionOutputsClient
{
    private readonly FilesClient _files;
    private readonly TimeProvider _time;

    internal SessionOutputsClient(FilesClient files, TimeProvider time)
    {
        _files = files;
        _time = time;
    }

    /// <summary>For mocking.</summary>
    protected SessionOutputsClient()
    {
        _files = null!;
        _time = null!;
    }

    /// <summary>Lists the outputs of a session that are there now. The session's copies of what it was given are left out.</summary>
    /// <param name="sessionId">The id of the session (<c>sesn_…</c>).</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <returns>The files, fetched page by page as they are enumerated.</returns>
    public virtual AsyncPageable<FileMetadata> ListAsync(string sessionId, CancellationToken cancellationToken = default)
    {
        var options = new FileListOptions { ScopeId = ApiId.Check(sessionId, nameof(sessionId)) };
        return new AsyncPageable<FileMetadata>((cursor, pageSize, token) => PageAsync(options, cursor, pageSize, token), cancellationToken);
    }

    /// <summary>Waits until the outputs of a session are complete, and lists them. Call it when the session has come to rest.</summary>
    /// <param name="sessionId">The id of the session (<c>sesn_…</c>).</param>
    /// <param name="options">How long to wait, and for what; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The files. Without <see cref="SessionOutputWaitOptions.ExpectedCount"/> it may be none.</returns>
    /// <exception cref="ManagedAgentsTimeoutException">There were not as many as expected within the limit.</exception>
    /// <exception cref="ManagedAgentsException">A call failed.</exception>
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

    /// <summary>Waits until the outputs of a session are complete, and downloads them into a folder. Call it when the session has come to rest.</summary>
    /// <remarks>
    /// Names come from the agent, so they are used with care: without folders, without what a file system does not allow, and made different
    /// where two are the same. Nothing that is there already is replaced, nor what comes there while the files are on their way.
    /// </remarks>
    /// <param name="sessionId">The id of the session (<c>sesn_…</c>).</param>
    /// <param name="folder">The folder, which is made if it does not exist.</param>
    /// <param name="options">How long to wait, and for what; null for the defaults.</param>
    /// <param name="progress">Told how far all files together have come; null for nobody.</param>
    /// <param name="cancellationToken">Ends the call. Files that were complete stay.</param>
    /// <returns>The files, with their paths.</returns>
    /// <exception cref="IOException">A file is there already, or could not be written. Files that were complete stay.</exception>
    /// <exception cref="ManagedAgentsException">A call failed. Files that were complete stay.</exception>
    public virtual async Task<IReadOnlyList<DownloadedFile>> DownloadToFolderAsync(
        string sessionId, string folder, SessionOutputWaitOptions? options = null, IProgress<TransferProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        var full = Path.GetFullPath(folder);
        var files = await WaitAsync(sessionId, options, cancellationToken).ConfigureAwait(false);
        var names = LocalNames.Of(files);
        var targets = files.Select((file, i) => new DownloadedFile(file, Path.Combine(full, names[i]))).ToList();
        if (targets.Find(static target => File.Exists(target.Path) || Directory.Exists(target.Path)) is { } taken)
        {
            throw new IOException($"'{taken.Path}' exists already, and is not replaced by an output of a session. Name another folder, or make room.");
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

    private static PartOfTotal? Part(IProgress<TransferProgress>? progress, long before, long total) =>
        progress is null ? null : new PartOfTotal(progress, before, total);

    private static ManagedAgentsTimeoutException TooFew(string sessionId, int count, SessionOutputWaitOptions rules) =>
        new(
            $"The session {sessionId} had {count} outputs of the {rules.ExpectedCount} that were expected when the limit of {rules.Timeout} ran out. Raise {nameof(SessionOutputWaitOptions)}.{nameof(SessionOutputWaitOptions.Timeout)}, or expect fewer.",
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

    /// <summary>Reports the progress of one file as a part of that of all.</summary>
    private sealed class PartOfTotal(IProgress<TransferProgress> progress, long before, long total) : IProgress<TransferProgress>
    {
        public void Report(TransferProgress value) => progress.Report(new TransferProgress(before + value.BytesTransferred, total));
    }
}
