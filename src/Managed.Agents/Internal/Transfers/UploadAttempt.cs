using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;

namespace Managed.Agents;

/// <summary>One attempt of an upload. Reports progress, and records exceptions of the caller's content separately from those of the connection.</summary>
internal sealed class UploadAttempt(IProgress<TransferProgress>? progress, long? total, Action onProgress)
{
    private long _sent;

    /// <summary>The exception of reading the content or of the progress callback, or null.</summary>
    public ExceptionDispatchInfo? Failure { get; private set; }

    public void Add(int count)
    {
        onProgress();
        _sent += count;
        RunCallerCode(() => progress?.Report(new TransferProgress(_sent, total)));
    }

    public async ValueTask<int> ReadAsync(Stream source, Memory<byte> buffer, CancellationToken cancellationToken)
    {
        try
        {
            return await source.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            Failure = ExceptionDispatchInfo.Capture(failure);
            throw;
        }
    }

    public FileStream Open(string path)
    {
        FileStream? file = null;
        RunCallerCode(() => file = new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.Open,
            Access = FileAccess.Read,
            Share = FileShare.ReadWrite | FileShare.Delete,
            Options = FileOptions.Asynchronous | FileOptions.SequentialScan,
            BufferSize = 0,
        }));
        return file!;
    }

    public void Rewind(Stream stream, long start) => RunCallerCode(() => stream.Position = start);

    [DoesNotReturn]
    public void Fail(Exception failure)
    {
        Failure = ExceptionDispatchInfo.Capture(failure);
        throw failure;
    }

    /// <summary>Runs code of the caller and records its exception in <see cref="Failure"/>.</summary>
    public void RunCallerCode(Action action)
    {
        try
        {
            action();
        }
        catch (Exception failure)
        {
            Failure = ExceptionDispatchInfo.Capture(failure);
            throw;
        }
    }
}
