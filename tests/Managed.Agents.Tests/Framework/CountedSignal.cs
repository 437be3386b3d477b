namespace Managed.Agents.Tests.Framework;

/// <summary>Counts events and lets a test wait for a count.</summary>
internal sealed class CountedSignal
{
    private readonly Lock _lock = new();
    private readonly List<(int Count, TaskCompletionSource Reached)> _waiters = [];
    private int _count;

    public void Add()
    {
        lock (_lock)
        {
            _count++;
            foreach (var waiter in _waiters.Where(waiter => waiter.Count <= _count))
            {
                waiter.Reached.TrySetResult();
            }
        }
    }

    public Task ReachedAsync(int count)
    {
        lock (_lock)
        {
            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            if (_count >= count)
            {
                reached.SetResult();
            }

            _waiters.Add((count, reached));
            return reached.Task;
        }
    }
}
