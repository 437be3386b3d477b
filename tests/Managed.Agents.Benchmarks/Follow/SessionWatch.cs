namespace Managed.Agents.Benchmarks.Follow;

/// <summary>Records the ids of the events of a session and the latency of each message.</summary>
internal sealed class SessionWatch
{
    private readonly TaskCompletionSource _connected = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _idle = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public HashSet<string> Ids { get; } = new(StringComparer.Ordinal);

    public List<double> Latencies { get; } = [];

    public Task Connected => _connected.Task;

    public Task Idle => _idle.Task;

    public void Connect() => _connected.TrySetResult();

    public void Take(string id, bool isMessage, bool isIdle, DateTimeOffset? processedAt)
    {
        Ids.Add(id);
        if (isMessage && processedAt is { } at)
            Latencies.Add((DateTimeOffset.UtcNow - at).TotalMilliseconds);
        if (isIdle)
            _idle.TrySetResult();
    }
}
