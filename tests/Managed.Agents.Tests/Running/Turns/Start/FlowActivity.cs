namespace Managed.Agents.Tests.Running.Turns.Start;

/// <summary>Counts the threads that execute an asynchronous flow, so that a test knows when the flow waits.</summary>
/// <remarks>The runtime reports each change of the flow that a thread executes: when a continuation begins, and when it ends.</remarks>
internal sealed class FlowActivity
{
    private static readonly AsyncLocal<FlowActivity?> Current = new(static change =>
    {
        change.PreviousValue?.Add(-1);
        change.CurrentValue?.Add(1);
    });

    private int _threads;
    private int _changes;

    /// <summary>Whether a thread executes the flow now.</summary>
    public bool IsActive => Volatile.Read(ref _threads) > 0;

    /// <summary>Changes whenever a part of the flow begins or ends.</summary>
    public int Changes => Volatile.Read(ref _changes);

    /// <summary>Starts a flow that is counted.</summary>
    public Task<T> Run<T>(Func<Task<T>> start) => Task.Run(() =>
    {
        Current.Value = this;
        return start();
    });

    private void Add(int threads)
    {
        Interlocked.Increment(ref _changes);
        Interlocked.Add(ref _threads, threads);
    }
}
