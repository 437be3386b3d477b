namespace Managed.Agents.Tests.Running.Tools.Claims;

/// <summary>What goes wrong in an operation of a store.</summary>
public enum StoreFault
{
    /// <summary>The operation throws, without an effect.</summary>
    Throws,

    /// <summary>The operation takes effect and throws.</summary>
    ThrowsAfterEffect,

    /// <summary>The operation never completes, without an effect. It ignores its token.</summary>
    Hangs,

    /// <summary>The operation takes effect and never completes.</summary>
    HangsAfterEffect,

    /// <summary>The operation reports a cancellation that nobody requested.</summary>
    IsCanceled,

    /// <summary>A write reports that the revision is another one.</summary>
    AnswersFalse,

    /// <summary>A write is stored and reports that the revision is another one.</summary>
    AnswersFalseAfterEffect,

    /// <summary>A write is not stored and reports success.</summary>
    LosesWrite,

    /// <summary>A read finds nothing.</summary>
    FindsNothing,

    /// <summary>The caller cancels during the operation, which then completes.</summary>
    CallerCancels,

    /// <summary>The caller cancels during the operation, which takes effect and never completes.</summary>
    CallerCancelsAndHangs,
}

/// <summary>A store that fails from an operation on, once or always.</summary>
/// <param name="inner">The store that has the records.</param>
/// <param name="isWrite">Whether writes fail, or reads.</param>
/// <param name="number">The number of the first operation of that kind that fails, starting at 1.</param>
/// <param name="isPermanent">Whether the later operations of that kind fail too.</param>
/// <param name="fault">What goes wrong.</param>
/// <param name="caller">The caller, for faults that cancel.</param>
internal sealed class FaultyToolCallStore(IToolCallStore inner, bool isWrite, int number, bool isPermanent, StoreFault fault, CancellationTokenSource caller) : IToolCallStore
{
    private int _reads;
    private int _writes;

    /// <summary>The number of writes, with those that failed.</summary>
    public int Writes => _writes;

    public ValueTask<ToolCallRecord?> GetAsync(string sessionId, string callId, CancellationToken cancellationToken = default) =>
        RunAsync(!isWrite && Fails(Interlocked.Increment(ref _reads)), null, () => inner.GetAsync(sessionId, callId, CancellationToken.None), cancellationToken);

    public ValueTask<bool> TryWriteAsync(ToolCallRecord record, long expectedRevision, CancellationToken cancellationToken = default) =>
        RunAsync(isWrite && Fails(Interlocked.Increment(ref _writes)), false, () => inner.TryWriteAsync(record, expectedRevision, CancellationToken.None), cancellationToken);

    private static async ValueTask<T> NeverAsync<T>() => await new TaskCompletionSource<T>().Task;

    private bool Fails(int operation) => isPermanent ? operation >= number : operation == number;

    private async ValueTask<T> RunAsync<T>(bool fails, T nothing, Func<ValueTask<T>> run, CancellationToken cancellationToken)
    {
        if (!fails)
        {
            return await run();
        }

        switch (fault)
        {
            case StoreFault.Throws:
                throw new IOException("The store is down.");
            case StoreFault.ThrowsAfterEffect:
                await run();
                throw new IOException("The response was lost.");
            case StoreFault.Hangs:
                return await NeverAsync<T>();
            case StoreFault.HangsAfterEffect:
                await run();
                return await NeverAsync<T>();
            case StoreFault.IsCanceled:
                throw new OperationCanceledException("The store was canceled.");
            case StoreFault.AnswersFalseAfterEffect:
                await run();
                return nothing;
            case StoreFault.LosesWrite:
                return (T)(object)true;
            case StoreFault.CallerCancels:
                await caller.CancelAsync();
                return await run();
            case StoreFault.CallerCancelsAndHangs:
                await caller.CancelAsync();
                await run();
                return await NeverAsync<T>();
            default:
                return nothing;
        }
    }
}
