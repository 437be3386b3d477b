using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Web;

namespace Managed.Agents.Tests.Running.Following.ThreadFeeds;

/// <summary>A session in memory with threads, whose events are all in the histories. Its streams stay open and are silent.</summary>
internal sealed class StoredThreads : HttpMessageHandler
{
    private static readonly DateTimeOffset Start = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);

    private readonly Dictionary<string, List<(string Json, DateTimeOffset At)>> _views = new(StringComparer.Ordinal) { [""] = [] };
    private readonly HashSet<string> _openStreams = new(StringComparer.Ordinal);
    private int _number;

    /// <summary>Returns the response that replaces that of the session, or null to keep it.</summary>
    public Func<HttpRequestMessage, HttpResponseMessage?>? Override { get; set; }

    /// <summary>The ids of the threads.</summary>
    public IEnumerable<string> Threads => _views.Keys.Where(static id => id.Length > 0);

    /// <summary>The most threads that were read at the same time.</summary>
    public int MostOpenThreads { get; private set; }

    /// <summary>The number of requests for the list of threads.</summary>
    public int ThreadLists { get; private set; }

    /// <summary>Creates a thread, with the event that announces it on both views.</summary>
    public void Create(string threadId)
    {
        _views[threadId] = [];
        Add("session.thread_created", $"\"session_thread_id\":\"{threadId}\",\"agent_name\":\"a\"", "", threadId);
    }

    /// <summary>Adds an event with the same id to some views: the thread with an id, or the session for an empty text.</summary>
    public string Add(string type, string fields, params string[] views)
    {
        var id = $"sevt_{++_number:D5}";
        foreach (var view in views)
        {
            AddAs(id, type, fields, view);
        }

        return id;
    }

    /// <summary>Adds the copies of an answer, which have different ids.</summary>
    public void AddAnswer(string callId, string threadId)
    {
        Add("user.custom_tool_result", $"\"custom_tool_use_id\":\"{callId}\",\"content\":[],\"session_thread_id\":\"{threadId}\"", "");
        Add("user.custom_tool_result", $"\"custom_tool_use_id\":\"{callId}\",\"content\":[]", threadId);
    }

    public void End(string threadId) => Add("session.thread_status_terminated", $"\"session_thread_id\":\"{threadId}\",\"agent_name\":\"a\"", "", threadId);

    /// <summary>Returns the key of each event of the session and its threads once.</summary>
    public IEnumerable<string> AllKeys() => _views.Values
        .SelectMany(static view => view)
        .Select(static stored => EventIdentity.KeyOf(JsonSerializer.Deserialize<SessionEvent>(stored.Json, ManagedAgentsJson.Options)!)!)
        .Distinct();

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (Override?.Invoke(request) is { } other)
        {
            return Task.FromResult(other);
        }

        var path = request.RequestUri!.AbsolutePath.Split('/');
        var threadId = path.Length > 5 && path[4] == "threads" ? path[5] : "";
        HttpContent content;
        if (path[^1] == "stream")
        {
            content = new StreamContent(new SilentBody(() => Close(threadId)));
            Open(threadId);
        }
        else
        {
            var query = HttpUtility.ParseQueryString(request.RequestUri.Query);
            content = new StringContent(path[^1] == "threads" ? ThreadList() : Page(_views[threadId], query));
        }

        content.Headers.ContentType = new(path[^1] == "stream" ? "text/event-stream" : "application/json");
        return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = content, RequestMessage = request });
    }

    private static string Page(List<(string Json, DateTimeOffset At)> view, System.Collections.Specialized.NameValueCollection query)
    {
        var from = query["created_at[gte]"] is { } at ? DateTimeOffset.Parse(at, CultureInfo.InvariantCulture) : DateTimeOffset.MinValue;
        var stored = view.Where(stored => stored.At >= from).Select(static stored => stored.Json);
        var all = (query["order"] == "desc" ? stored.Reverse() : stored).ToList();
        var start = int.Parse(query["page"] ?? "0", CultureInfo.InvariantCulture);
        var size = int.Parse(query["limit"]!, CultureInfo.InvariantCulture);
        return $"{{\"data\":[{string.Join(',', all.Skip(start).Take(size))}],\"next_page\":{(start + size < all.Count ? $"\"{start + size}\"" : "null")}}}";
    }

    private void AddAs(string id, string type, string fields, string view)
    {
        var at = Start.AddSeconds(_number);
        _views[view].Add(($"{{\"type\":\"{type}\",\"id\":\"{id}\",\"processed_at\":\"{at:O}\"{(fields.Length == 0 ? "" : ",")}{fields}}}", at));
    }

    private string ThreadList()
    {
        ThreadLists++;
        var threads = Threads.Select(id =>
            $"{{\"id\":\"{id}\",\"parent_thread_id\":\"sthr_primary\",\"updated_at\":\"{_views[id][^1].At:O}\",\"status\":\"{(_views[id][^1].Json.Contains("terminated", StringComparison.Ordinal) ? "terminated" : "idle")}\"}}");
        return $"{{\"data\":[{string.Join(',', threads.Prepend("{\"id\":\"sthr_primary\",\"parent_thread_id\":null,\"status\":\"running\"}"))}],\"next_page\":null}}";
    }

    private void Open(string threadId)
    {
        lock (_openStreams)
        {
            _openStreams.Add(threadId);
            MostOpenThreads = Math.Max(MostOpenThreads, _openStreams.Count(static id => id.Length > 0));
        }
    }

    private void Close(string threadId)
    {
        lock (_openStreams)
        {
            _openStreams.Remove(threadId);
        }
    }

    private sealed class SilentBody(Action closed) : MemoryStream
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return 0;
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        protected override void Dispose(bool disposing)
        {
            closed();
            base.Dispose(disposing);
        }
    }
}
