using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Managed.Agents.Tests.Framework;
using Microsoft.AspNetCore.Http;

namespace Managed.Agents.Tests.Running.Once;

/// <summary>How the server handles one send.</summary>
internal enum SendBehavior
{
    Acknowledged,

    /// <summary>The input is stored, but the response is lost.</summary>
    ResponseLost,

    /// <summary>The input is lost before it is stored.</summary>
    Dropped,

    /// <summary>The connection is lost immediately, and the input is stored later.</summary>
    Delayed,

    /// <summary>The input is queued and not processed, and the response is lost.</summary>
    Queued,

    /// <summary>Only the first input is stored, and the response is lost.</summary>
    PartiallyStored,

    /// <summary>The input is rejected and not stored.</summary>
    Rejected,
}

/// <summary>A session whose requests and responses can be lost.</summary>
internal sealed class UnreliableSession(TestTimeProvider clock) : IAsyncDisposable
{
    private const string ProcessedAt = "2026-11-21T09:00:00Z";

    private readonly List<JsonObject> _stored = [];
    private readonly List<(DateTimeOffset Due, List<JsonObject> Inputs)> _delayed = [];
    private readonly ConcurrentQueue<SendBehavior> _behaviors = new();
    private KestrelServer? _server;
    private int _ids;

    /// <summary>The delay of delayed inputs.</summary>
    public TimeSpan Delay { get; set; } = TimeSpan.FromSeconds(9);

    /// <summary>Whether reading the history fails.</summary>
    public bool HistoryFails { get; set; }

    /// <summary>Whether queued events are listed as the oldest. It is not documented whether they are the oldest or the newest.</summary>
    public bool QueuedAreOldest { get; set; }

    /// <summary>Whether events are listed with an empty id.</summary>
    public bool HidesIds { get; set; }

    public int Sends { get; private set; }

    /// <summary>The method of each request, and the part of its target after the path.</summary>
    public IReadOnlyList<string> Requests => [.. _server!.Requests.Select(static request => $"{request.Method} {Uri.UnescapeDataString(request.Target.Split('?').ElementAtOrDefault(1) ?? "")}".TrimEnd())];

    public ManagedAgentsClient Client { get; private set; } = null!;

    /// <summary>The texts of the stored messages.</summary>
    public IReadOnlyList<string> Texts
    {
        get
        {
            lock (_stored)
            {
                return [.. _stored.Select(static one => one["content"]?[0]?["text"]?.ToString() ?? one["type"]!.ToString())];
            }
        }
    }

    public static async Task<UnreliableSession> StartAsync(TestTimeProvider clock, params SendBehavior[] behaviors)
    {
        var session = new UnreliableSession(clock);
        session.Enqueue(behaviors);
        session._server = await KestrelServer.StartAsync();
        session._server.DefaultResponse = session.RespondAsync;
        session.Client = Clients.To(session._server, options => options.Resilience = null, clock);
        return session;
    }

    /// <summary>Advances the clock. Delayed inputs that are due are stored before any timer runs.</summary>
    public void Advance(TimeSpan time)
    {
        lock (_stored)
        {
            foreach (var (_, inputs) in _delayed.Where(delayed => delayed.Due <= clock.GetUtcNow() + time))
            {
                Store(inputs);
            }

            _delayed.RemoveAll(delayed => delayed.Due <= clock.GetUtcNow() + time);
        }

        clock.Advance(time);
    }

    /// <summary>Acknowledges all further sends.</summary>
    public void AcknowledgeAll() => _behaviors.Clear();

    public void Enqueue(params SendBehavior[] behaviors) => Array.ForEach(behaviors, _behaviors.Enqueue);

    /// <summary>Stores an event that is not from this client.</summary>
    public void Store(string json, bool isQueued = false) => Store([JsonNode.Parse(json)!.AsObject()], isQueued);

    /// <summary>Processes the queued events now, or only the first of them.</summary>
    public void Process(int count = int.MaxValue)
    {
        lock (_stored)
        {
            var queued = _stored.Where(static one => one["processed_at"] is null).Take(count).ToList();
            _stored.RemoveAll(queued.Contains);
            _stored.AddRange(queued);
            queued.ForEach(static one => one["processed_at"] = ProcessedAt);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _server!.DisposeAsync();
    }

    private Task RespondAsync(HttpContext context)
    {
        if (HttpMethods.IsGet(context.Request.Method))
        {
            return HistoryFails ? Responses.Error(500).WriteAsync(context) : Responses.Json(List(context.Request.Query)).WriteAsync(context);
        }

        Sends++;
        var inputs = JsonNode.Parse(_server!.Requests[^1].Body)!["events"]!.AsArray().Select(static input => input!.DeepClone().AsObject()).ToList();
        var behavior = _behaviors.TryDequeue(out var next) ? next : SendBehavior.Acknowledged;
        switch (behavior)
        {
            case SendBehavior.Rejected:
                return Responses.Error(400, "invalid_request_error").WriteAsync(context);
            case SendBehavior.Delayed:
                lock (_stored)
                {
                    _delayed.Add((clock.GetUtcNow() + Delay, inputs));
                }

                return Responses.Abort()(context);
            case SendBehavior.Dropped:
                return Responses.Abort()(context);
            case SendBehavior.Queued:
                Store(inputs, isQueued: true);
                return Responses.Abort()(context);
            case SendBehavior.PartiallyStored:
                Store(inputs[..1]);
                return Responses.Abort()(context);
            default:
                var stored = Store(inputs);
                return (behavior == SendBehavior.ResponseLost ? Responses.Abort() : Responses.Json(new JsonObject { ["data"] = stored }.ToJsonString()))(context);
        }
    }

    private JsonArray Store(List<JsonObject> inputs, bool isQueued = false)
    {
        lock (_stored)
        {
            foreach (var input in inputs)
            {
                input["id"] = $"sevt_{++_ids}";
                input["processed_at"] = isQueued ? null : ProcessedAt;
                _stored.Add(input);
            }

            return [.. inputs.Select(static input => input.DeepClone())];
        }
    }

    private string List(IQueryCollection query)
    {
        lock (_stored)
        {
            var events = _stored
                .Where(one => query["types[]"].Count == 0 || query["types[]"].Contains(one["type"]!.ToString()))
                .OrderBy(one => one["processed_at"] is null != QueuedAreOldest);
            var ordered = query["order"] == "desc" ? events.Reverse().ToList() : [.. events];
            var start = query["page"].Count == 0 ? 0 : int.Parse(query["page"]!, CultureInfo.InvariantCulture);
            var end = start + int.Parse(query["limit"]!, CultureInfo.InvariantCulture);
            var data = new JsonArray([.. ordered.Take(start..end).Select(Shown)]);
            return new JsonObject { ["data"] = data, ["next_page"] = end < ordered.Count ? $"{end}" : null }.ToJsonString();
        }
    }

    private JsonNode Shown(JsonObject stored)
    {
        var shown = stored.DeepClone();
        shown["id"] = HidesIds ? "" : shown["id"]!.DeepClone();
        return shown;
    }
}
