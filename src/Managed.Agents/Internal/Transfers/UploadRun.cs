using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;

namespace Managed.Agents;

/// <summary>One attempt of an upload: counts what moved, and keeps failures of the caller's own content apart from those of the connection.</summary>
internal sealed class UploadRun(IProgress<TransferProgress>? progress, long? total, Action moved)
{
    private long _sent;

    /// <summary>What went wrong with the content itself: it cannot be read, or the one who watches failed. Null when nothing did.</summary>
    public ExceptionDispatchInfo? Failure { get; private set; }

    public void Add(int count)
    {
        moved();
        _sent += count;
        Own(() => progress?.Report(new TransferProgress(_sent, total)));
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
        Own(() => file = new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.Open,
            Access = FileAccess.Read,
            Share = FileShare.ReadWrite | FileShare.Delete,
            Options = FileOptions.Asynchronous | FileOptions.SequentialScan,
            BufferSize = 0,
        }));
        return file!;
    }

    public void Rewind(Stream stream, long start) => Own(() => stream.Position = start);

    [DoesNotReturn]
    public void Fail(Exception failure)
    {
        Failure = ExceptionDispatchInfo.Capture(failure);
        throw failure;
    }

    /// <summary>Does something with the caller's objects, so that its failure is known as the caller's.</summary>
    public void Own(Action action)
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
