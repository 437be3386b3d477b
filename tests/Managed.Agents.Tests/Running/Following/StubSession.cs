using System.Globalization;
using System.Text.Json.Nodes;
using Managed.Agents.Tests.Framework;
using Microsoft.AspNetCore.Http;

namespace Managed.Agents.Tests.Running.Following;

/// <summary>One session on a real server, whose stream and history a test controls apart: what is shown where, and when.</summary>
internal sealed class StubSession : IAsyncDisposable
{
    public const string Id = "sesn_1";

    private static readonly DateTimeOffset Start = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);

    private readonly Lock _lock = new();
    private readonly List<JsonObject> _history = [];
    private readonly List<StubStream> _streams = [];
    private readonly List<string> _lists = [];
    private readonly CountedSignal _opened = new();
    private readonly CountedSignal _listed = new();
    private readonly StubServer _server;
    private int _emitted;

    private StubSession(StubServer server)
    {
        _server = server;
        server.Always = AnswerAsync;
    }

    public Uri Address => _server.Address;

    /// <summary>Answers a request in place of the session; null for one that the session is to answer.</summary>
    public Func<HttpContext, Answer?>? Instead { get; set; }

    /// <summary>The queries of the lists that were asked for.</summary>
    public IReadOnlyList<string> Lists
    {
        get
        {
            lock (_lock)
            {
                return [.. _lists];
            }
        }
    }

    public static async Task<StubSession> StartAsync() => new(await StubServer.StartAsync());

    public Task StreamsOpenedAsync(int count) => _opened.ReachedAsync(count).Guarded();

    public Task ListsAnsweredAsync(int count) => _listed.ReachedAsync(count).Guarded();

    /// <summary>Something happens: on every open stream, and in the history.</summary>
    public async Task<string> EmitAsync(string type = "agent.message", bool live = true, bool stored = true, string? fields = null, string? id = null)
    {
        var made = Make(type, fields, id);
        if (stored)
        {
            Store(made);
        }

        if (live)
        {
            await ShowAsync(made);
        }

        return (string)made["id"]!;
    }

    public JsonObject Make(string type = "agent.message", string? fields = null, string? id = null)
    {
        var number = Interlocked.Increment(ref _emitted);
        var made = (JsonObject)JsonNode.Parse("{" + (fields ?? "\"content\":[{\"type\":\"text\",\"text\":\"" + number + "\"}]") + "}")!;
        made["type"] = type;
        made["id"] = id ?? "sevt_" + number.ToString("D4", CultureInfo.InvariantCulture);
        if (!made.ContainsKey("processed_at"))
        {
            made["processed_at"] = Start.AddSeconds(number).ToString("O", CultureInfo.InvariantCulture);
        }

        return made;
    }

    public void Store(params JsonObject[] events)
    {
        lock (_lock)
        {
            _history.AddRange(events);
        }
    }

    public async Task ShowAsync(JsonObject shown)
    {
        StubStream[] streams;
        lock (_lock)
        {
            streams = [.. _streams];
        }

        foreach (var stream in streams)
        {
            await stream.WriteAsync($"event: {shown["type"]}\ndata: {shown.ToJsonString()}\n\n");
        }
    }

    public Task ShowAsync(string raw)
    {
        lock (_lock)
        {
            return Task.WhenAll(_streams.Select(stream => stream.WriteAsync(raw)));
        }
    }

    /// <summary>Ends every open stream: by cutting the connection, or as a server does that has nothing more to say.</summary>
    public void EndStreams(bool abort = true)
    {
        lock (_lock)
        {
            foreach (var stream in _streams)
            {
                if (abort)
                {
                    stream.Abort();
                }
                else
                {
                    stream.End();
                }
            }

            _streams.Clear();
        }
    }

    public ValueTask DisposeAsync()
    {
        EndStreams();
        return _server.DisposeAsync();
    }

    private Task AnswerAsync(HttpContext context)
    {
        if (Instead?.Invoke(context) is { } other)
        {
            return other(context);
        }

        return context.Request.Path.Value!.EndsWith("/stream", StringComparison.Ordinal) ? StreamAsync(context) : ListAsync(context);
    }

    private async Task StreamAsync(HttpContext context)
    {
        var stream = new StubStream();
        lock (_lock)
        {
            _streams.Add(stream);
        }

        _opened.Add();
        await stream.AnswerAsync(context);
        lock (_lock)
        {
            _streams.Remove(stream);
        }
    }

    private async Task ListAsync(HttpContext context)
    {
        var query = context.Request.Query;
        JsonObject answer;
        lock (_lock)
        {
            _lists.Add(context.Request.QueryString.Value!);
            var from = query.TryGetValue("created_at[gte]", out var at) ? DateTimeOffset.Parse(at!, CultureInfo.InvariantCulture) : DateTimeOffset.MinValue;
            var all = _history.Where(stored => from == DateTimeOffset.MinValue || (stored["processed_at"] is { } time && DateTimeOffset.Parse((string)time!, CultureInfo.InvariantCulture) >= from));
            var ordered = (query["order"] == "desc" ? all.Reverse() : all).ToList();
            var start = query.TryGetValue("page", out var page) ? int.Parse(page!, CultureInfo.InvariantCulture) : 0;
            var limit = int.Parse(query["limit"]!, CultureInfo.InvariantCulture);
            answer = new JsonObject
            {
                ["data"] = new JsonArray([.. ordered.Skip(start).Take(limit).Select(static stored => stored.DeepClone())]),
                ["next_page"] = start + limit < ordered.Count ? (start + limit).ToString(CultureInfo.InvariantCulture) : null,
            };
        }

        await Answers.Json(answer.ToJsonString())(context);
        _listed.Add();
    }
}
