using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>The history of one thread and its open streams. Guarded by the lock of its session.</summary>
internal sealed class EventLog
{
    private readonly List<StoredEvent> _processed = [];
    private readonly List<(long Arrival, StoredEvent Event)> _waiting = [];
    private readonly List<EventSubscription> _subscriptions = [];
    private long _arrivals;
    private bool _completed;

    /// <summary>The number of the latest model request of this thread.</summary>
    public long ModelRequest { get; private set; }

    public void BeginModelRequest() => ModelRequest++;

    public void Add(StoredEvent added, bool show = true)
    {
        if (added.ProcessedAt is null)
        {
            _waiting.Add((++_arrivals, added));
        }
        else
        {
            _processed.Add(added);
        }

        if (show)
        {
            Show(added);
        }
    }

    /// <summary>Moves a queued input to the history with its processing time.</summary>
    public void Process(string id, DateTimeOffset at)
    {
        var index = _waiting.FindIndex(entry => entry.Event.Id == id);
        if (index >= 0)
        {
            var processed = _waiting[index].Event.AsProcessed(at);
            _waiting.RemoveAt(index);
            _processed.Add(processed);
            Show(processed);
        }
    }

    public void Discard(string id) => _waiting.RemoveAll(entry => entry.Event.Id == id);

    public void Show(StoredEvent shown)
    {
        foreach (var subscription in _subscriptions)
        {
            subscription.Send(shown.Frame);
        }
    }

    /// <summary>Sends a preview frame to the streams that requested previews of this type before the model request started.</summary>
    public void Preview(string kind, Func<SseFrame> frame)
    {
        SseFrame? created = null;
        foreach (var subscription in _subscriptions)
        {
            if (subscription.Previews.Contains(kind) && subscription.OpenedAfterRequest < ModelRequest)
            {
                subscription.Send(created ??= frame());
            }
        }
    }

    public EventSubscription Subscribe(IReadOnlySet<string> previews, int capacity, object gate)
    {
        var subscription = new EventSubscription(this, previews, capacity, gate) { OpenedAfterRequest = ModelRequest };
        if (_completed)
        {
            subscription.Complete();
        }
        else
        {
            _subscriptions.Add(subscription);
        }

        return subscription;
    }

    public void Remove(EventSubscription subscription) => _subscriptions.Remove(subscription);

    /// <summary>Ends every stream after the frames sent so far.</summary>
    public void Complete()
    {
        _completed = true;
        foreach (var subscription in _subscriptions)
        {
            subscription.Complete();
        }
    }

    public JsonObject Page(ApiCall call, HistoryView view) => new EventPage(call, view, _processed, _waiting).ToJson();

    public IEnumerable<StoredEvent> All() => _processed.Concat(_waiting.Select(static entry => entry.Event));
}
