using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>The work of one environment, in the order in which it came. Guarded by its own lock, <see cref="Sync"/>.</summary>
internal sealed class WorkQueue(string environmentId, EmulatorServices services)
{
    public const string Session = "session";
    public const string HealthCheck = "healthcheck";

    private static readonly TimeSpan PollingWindow = TimeSpan.FromSeconds(30);

    private readonly List<WorkItemState> _items = [];
    private readonly Dictionary<string, DateTimeOffset> _workers = new(StringComparer.Ordinal);
    private TaskCompletionSource _changed = NewSignal();

    public object Sync => _items;

    /// <summary>Ends when there is new work. To be asked for before looking at what there is.</summary>
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

    /// <summary>Adds work about a session, unless there is some that nobody has ended.</summary>
    public void DemandSession(string sessionId)
    {
        lock (Sync)
        {
            if (!Items.Any(item => item.IsOpen && item.IsAbout(Session, sessionId)))
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

    /// <summary>Hands out the oldest item that waits, or that was handed out some time ago and not acknowledged.</summary>
    public WorkItemState? Take(TimeSpan reclaimAfter)
    {
        var now = services.Now();
        var item = Items.Where(item => item.State == WorkItemState.Queued && !(now - item.PolledAt < reclaimAfter)).MinBy(static item => item.QueuedAt);
        item?.HandOut(now);
        return item;
    }

    public void SeeWorker(string id) => _workers[id] = services.Now();

    public JsonObject StatsJson()
    {
        var queued = Items.Where(static item => item.State == WorkItemState.Queued).ToList();
        var waiting = queued.Where(static item => item.PolledAt is null).ToList();
        return new JsonObject
        {
            ["type"] = "work_queue_stats",
            ["depth"] = waiting.Count,
            ["pending"] = queued.Count - waiting.Count,
            ["oldest_queued_at"] = Json.TimeOrNull(waiting.MinBy(static item => item.QueuedAt)?.QueuedAt),
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
