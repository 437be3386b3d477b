using System.Globalization;
using System.Text.Json.Nodes;
using Managed.Agents.Tests.Framework;
using Microsoft.AspNetCore.Http;

namespace Managed.Agents.Tests.Running.Following;

/// <summary>A session on a Kestrel server. A test controls its stream and its history separately.</summary>
internal sealed class ControlledSession : IAsyncDisposable
{
    public const string Id = "sesn_1";

    private static readonly DateTimeOffset Start = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);

    private readonly Lock _lock = new();
    private readonly List<StoredJson> _history = [];
    private readonly List<ControlledStream> _streams = [];
    private readonly List<string> _lists = [];
    private readonly CountedSignal _opened = new();
    private readonly CountedSignal _listed = new();
    private readonly KestrelServer _server;
    private int _emitted;

    private ControlledSession(KestrelServer server)
    {
        _server = server;
        server.DefaultResponse = RespondAsync;
    }

    public Uri Address => _server.Address;

    /// <summary>Returns the response that replaces the response of the session, or null to keep it.</summary>
    public Func<HttpContext, ResponseWriter?>? Override { get; set; }

    /// <summary>The queries of the list requests.</summary>
    public IReadOnlyList<string> ListQueries
    {
        get
        {
            lock (_lock)
            {
                return [.. _lists];
            }
        }
    }

    public static async Task<ControlledSession> StartAsync() => new(await KestrelServer.StartAsync());

    public Task WaitForStreamsAsync(int count) => _opened.ReachedAsync(count).Guarded();

    public Task WaitForListsAsync(int count) => _listed.ReachedAsync(count).Guarded();

    /// <summary>Adds an event to every open stream and to the history.</summary>
    public async Task<string> EmitAsync(string type = "agent.message", bool live = true, bool stored = true, string? fields = null, string? id = null)
    {
        var created = CreateEvent(type, fields, id);
        if (stored)
        {
            AddToHistory(created);
        }

        if (live)
        {
            await SendToStreamsAsync(created);
        }

        return (string)created["id"]!;
    }

    public JsonObject CreateEvent(string type = "agent.message", string? fields = null, string? id = null)
    {
        var number = Interlocked.Increment(ref _emitted);
        var created = (JsonObject)JsonNode.Parse("{" + (fields ?? "\"content\":[{\"type\":\"text\",\"text\":\"" + number + "\"}]") + "}")!;
        created["type"] = type;
        created["id"] = id ?? "sevt_" + number.ToString("D4", CultureInfo.InvariantCulture);
        if (!created.ContainsKey("processed_at"))
        {
            created["processed_at"] = Start.AddSeconds(number).ToString("O", CultureInfo.InvariantCulture);
        }

        return created;
    }

    public void AddToHistory(params JsonObject[] events)
    {
        lock (_lock)
        {
            _history.AddRange(events.Select(static added => new StoredJson(
                added.ToJsonString(),
                added["processed_at"] is { } at ? DateTimeOffset.Parse((string)at!, CultureInfo.InvariantCulture) : null)));
        }
    }

    /// <summary>Adds text in place of an event to the history. It is stored with the time of the last event.</summary>
    public void AddToHistory(string json)
    {
        lock (_lock)
        {
            _history.Add(new StoredJson(json, _history.Count == 0 ? Start : _history[^1].ProcessedAt));
        }
    }

    public async Task SendToStreamsAsync(JsonObject sent)
    {
        ControlledStream[] streams;
        lock (_lock)
        {
            streams = [.. _streams];
        }

        foreach (var stream in streams)
        {
            await stream.WriteAsync($"event: {sent["type"]}\ndata: {sent.ToJsonString()}\n\n");
        }
    }

    public Task SendToStreamsAsync(string raw)
    {
        lock (_lock)
        {
            return Task.WhenAll(_streams.Select(stream => stream.WriteAsync(raw)));
        }
    }

    /// <summary>Ends every open stream, by aborting its connection or normally.</summary>
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

    private Task RespondAsync(HttpContext context)
    {
        if (Override?.Invoke(context) is { } other)
        {
            return other(context);
        }

        return context.Request.Path.Value!.EndsWith("/stream", StringComparison.Ordinal) ? StreamAsync(context) : ListAsync(context);
    }

    private async Task StreamAsync(HttpContext context)
    {
        var stream = new ControlledStream();
        lock (_lock)
        {
            _streams.Add(stream);
        }

        _opened.Add();
        await stream.RespondAsync(context);
        lock (_lock)
        {
            _streams.Remove(stream);
        }
    }

    private async Task ListAsync(HttpContext context)
    {
        var query = context.Request.Query;
        string answer;
        lock (_lock)
        {
            _lists.Add(context.Request.QueryString.Value!);
            var from = query.TryGetValue("created_at[gte]", out var at) ? DateTimeOffset.Parse(at!, CultureInfo.InvariantCulture) : DateTimeOffset.MinValue;
            var all = _history.Where(stored => from == DateTimeOffset.MinValue || stored.ProcessedAt >= from);
            var ordered = (query["order"] == "desc" ? all.Reverse() : all).ToList();
            var start = query.TryGetValue("page", out var page) ? int.Parse(page!, CultureInfo.InvariantCulture) : 0;
            var limit = int.Parse(query["limit"]!, CultureInfo.InvariantCulture);
            var next = start + limit < ordered.Count ? $"\"{start + limit}\"" : "null";
            answer = $"{{\"data\":[{string.Join(',', ordered.Skip(start).Take(limit).Select(static stored => stored.Json))}],\"next_page\":{next}}}";
        }

        await Responses.Json(answer).WriteAsync(context);
        _listed.Add();
    }

    private sealed record StoredJson(string Json, DateTimeOffset? ProcessedAt);
}
