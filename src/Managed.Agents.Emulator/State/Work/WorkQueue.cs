using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>The work items of one environment, in the order in which they were queued. Guarded by its own lock, <see cref="Sync"/>.</summary>
internal sealed class WorkQueue(string environmentId, EmulatorServices services)
{
    public const string Session = "session";
    public const string HealthCheck = "healthcheck";

    private static readonly TimeSpan PollingWindow = TimeSpan.FromSeconds(30);

    private readonly List<WorkItemState> _items = [];
    private readonly Dictionary<string, DateTimeOffset> _workers = new(StringComparer.Ordinal);
    private TaskCompletionSource _changed = NewSignal();

    public Lock Sync { get; } = new();

    /// <summary>A task that completes when the next work item is added. Get it before checking the queue, so that no item is missed.</summary>
    public Task Changed => Volatile.Read(ref _changed).Task;

    public IReadOnlyList<WorkItemState> Items
    {
        get
        {
            Refresh();
            return _items;
        }
    }

    public WorkItemState Add(string dataType, string dataId)
    {
        lock (Sync)
        {
            var item = new WorkItemState(services.NewId("work"), services.NextSequence(), services.Now(), environmentId, dataType, dataId);
            _items.Add(item);
            Interlocked.Exchange(ref _changed, NewSignal()).TrySetResult();
            return item;
        }
    }

    /// <summary>Queues a work item for a session, unless an open one exists.</summary>
    public void EnsureSessionQueued(string sessionId)
    {
        lock (Sync)
        {
            if (!Items.Any(item => item.IsOpen && item.IsFor(Session, sessionId)))
            {
                Add(Session, sessionId);
            }
        }
    }

    public WorkItemState? Find(string id)
    {
        Refresh();
        return _items.Find(item => item.Id == id);
    }

    /// <summary>Returns the oldest item that is queued, or that a worker polled but did not acknowledge within the given time.</summary>
    public WorkItemState? TakeNext(TimeSpan reclaimAfter)
    {
        var now = services.Now();
        var item = Items.Where(item => item.State is WorkState.Queued && !(now - item.PolledAt < reclaimAfter)).MinBy(static item => item.QueuedAt);
        item?.MarkPolled(now);
        return item;
    }

    public void RecordPoll(string id) => _workers[id] = services.Now();

    public JsonObject StatsJson()
    {
        var queued = Items.Where(static item => item.State is WorkState.Queued).ToList();
        var unpolled = queued.Where(static item => item.PolledAt is null).ToList();
        return new JsonObject
        {
            ["type"] = "work_queue_stats",
            ["depth"] = unpolled.Count,
            ["pending"] = queued.Count - unpolled.Count,
            ["oldest_queued_at"] = Json.TimeOrNull(unpolled.MinBy(static item => item.QueuedAt)?.QueuedAt),
            ["workers_polling"] = _workers.Values.Count(seen => services.Now() - seen <= PollingWindow),
        };
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Refresh()
    {
        var now = services.Now();
        _items.ForEach(item => item.Refresh(now));
    }
}
