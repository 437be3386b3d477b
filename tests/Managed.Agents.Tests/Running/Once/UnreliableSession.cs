using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Managed.Agents.Testing;
using Managed.Agents.Tests.Framework;
using Microsoft.AspNetCore.Http;

namespace Managed.Agents.Tests.Running.Once;

/// <summary>What becomes of one send.</summary>
internal enum Fate
{
    Answered,

    /// <summary>Stored, and the answer lost.</summary>
    AnswerLost,

    /// <summary>Lost before it was stored.</summary>
    Dropped,

    /// <summary>The connection is lost at once, and what it carried stored some time later.</summary>
    StoredLate,

    /// <summary>Only the first of the inputs is stored, and the answer lost.</summary>
    HalfStored,

    /// <summary>Refused, and surely not stored.</summary>
    Refused,
}

/// <summary>A session of which sends and their answers get lost on the way.</summary>
internal sealed class UnreliableSession(ManualTimeProvider clock) : IAsyncDisposable
{
    private readonly List<JsonObject> _stored = [];
    private readonly List<(DateTimeOffset Due, List<JsonObject> Inputs)> _late = [];
    private readonly ConcurrentQueue<Fate> _fates = new();
    private StubServer? _server;
    private int _ids;

    /// <summary>How long late ones take.</summary>
    public TimeSpan Delay { get; set; } = TimeSpan.FromSeconds(9);

    /// <summary>Whether reading the history fails.</summary>
    public bool HistoryFails { get; set; }

    public int Sends { get; private set; }

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

    public static async Task<UnreliableSession> StartAsync(ManualTimeProvider clock, params Fate[] fates)
    {
        var session = new UnreliableSession(clock);
        session.Next(fates);
        session._server = await StubServer.StartAsync();
        session._server.Always = session.AnswerAsync;
        session.Client = Clients.To(session._server, options => options.Resilience = null, clock);
        return session;
    }

    /// <summary>Moves the clock on. What is late and due by then is stored before anybody who waits wakes up.</summary>
    public void Advance(TimeSpan time)
    {
        lock (_stored)
        {
            foreach (var (_, inputs) in _late.Where(late => late.Due <= clock.GetUtcNow() + time))
            {
                Store(inputs);
            }

            _late.RemoveAll(late => late.Due <= clock.GetUtcNow() + time);
        }

        clock.Advance(time);
    }

    /// <summary>What comes now is answered.</summary>
    public void Forget() => _fates.Clear();

    public void Next(params Fate[] fates) => Array.ForEach(fates, _fates.Enqueue);

    /// <summary>Stores what somebody else sends.</summary>
    public void Store(string json) => Store([JsonNode.Parse(json)!.AsObject()]);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _server!.DisposeAsync();
    }

    private Task AnswerAsync(HttpContext context)
    {
        if (HttpMethods.IsGet(context.Request.Method))
        {
            return HistoryFails ? Answers.Error(500)(context) : Answers.Json(List(context.Request.Query["types[]"]!))(context);
        }

        Sends++;
        var inputs = JsonNode.Parse(_server!.Requests[^1].Body)!["events"]!.AsArray().Select(static input => input!.DeepClone().AsObject()).ToList();
        var fate = _fates.TryDequeue(out var next) ? next : Fate.Answered;
        switch (fate)
        {
            case Fate.Refused:
                return Answers.Error(400, "invalid_request_error")(context);
            case Fate.StoredLate:
                lock (_stored)
                {
                    _late.Add((clock.GetUtcNow() + Delay, inputs));
                }

                return Answers.Abort()(context);
            case Fate.Dropped:
                return Answers.Abort()(context);
            case Fate.HalfStored:
                Store(inputs[..1]);
                return Answers.Abort()(context);
            default:
                var stored = Store(inputs);
                return (fate == Fate.AnswerLost ? Answers.Abort() : Answers.Json(new JsonObject { ["data"] = stored }.ToJsonString()))(context);
        }
    }

    private JsonArray Store(List<JsonObject> inputs)
    {
        lock (_stored)
        {
            foreach (var input in inputs)
            {
                input["id"] = $"sevt_{++_ids}";
                input["processed_at"] = "2026-11-21T09:00:00Z";
                _stored.Add(input);
            }

            return [.. inputs.Select(static input => input.DeepClone())];
        }
    }

    private string List(IReadOnlyCollection<string> types)
    {
        lock (_stored)
        {
            var data = new JsonArray([.. _stored.Where(one => types.Contains(one["type"]!.ToString())).Select(static one => one.DeepClone())]);
            return new JsonObject { ["data"] = data, ["next_page"] = null }.ToJsonString();
        }
    }
}
