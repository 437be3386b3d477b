using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Managed.Agents.Tests.Framework;
using Microsoft.AspNetCore.WebUtilities;

namespace Managed.Agents.Tests.Running.Turns.Start;

/// <summary>The service with one recorded session. Its newest events are visible in one of the two views first, and in the other one later.</summary>
internal sealed class RecordedService : HttpMessageHandler
{
    public const string SessionId = "sesn_1";

    private const string EventsPath = $"/v1/sessions/{SessionId}/events";

    /// <summary>How much later the other view shows an event. It is shorter than the default of <see cref="SessionFollowOptions.HistoryDelay"/>.</summary>
    private static readonly TimeSpan Lag = TimeSpan.FromSeconds(2);

    /// <summary>How long the agent works before it reports its next status.</summary>
    private static readonly TimeSpan WorkTime = TimeSpan.FromSeconds(10);

    private readonly Lock _lock = new();
    private readonly DelaySkippingTimeProvider _clock;
    private readonly RecordedSession _session;
    private readonly FirstView _first;
    private readonly int _late;
    private readonly EventView _history = new();
    private readonly EventView _stream = new();
    private readonly List<ControlledBody> _streams = [];
    private readonly List<ITimer> _timers = [];
    private readonly ITimer _work;
    private int _streamed;
    private int _scheduled;
    private bool _wasOpened;

    /// <summary>Initializes a new instance of the <see cref="RecordedService"/> class.</summary>
    /// <param name="recorded">The events of the session.</param>
    /// <param name="late">The number of newest events that only one view shows when the client connects.</param>
    /// <param name="first">The view that shows them.</param>
    /// <param name="clock">The clock.</param>
    public RecordedService(IReadOnlyList<RecordedEvent> recorded, int late, FirstView first, DelaySkippingTimeProvider clock)
    {
        _clock = clock;
        _session = new RecordedSession(recorded, () => clock.GetUtcNow());
        _first = first;
        _late = late;
        _history.Add(recorded.Count - (first == FirstView.History ? 0 : late), DateTimeOffset.MinValue);
        _stream.Add(recorded.Count - late, DateTimeOffset.MinValue);
        _work = clock.CreateTimer(_ => Work(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _scheduled = recorded.Count;
    }

    /// <summary>The session as the service knows it, whatever its views show.</summary>
    public RecordedSession Session => _session;

    public void EndStreams()
    {
        lock (_lock)
        {
            _streams.ForEach(static stream => stream.End());
        }
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        lock (_lock)
        {
            Show();
            return (request.Method.Method, request.RequestUri!.AbsolutePath) switch
            {
                ("GET", EventsPath) => Json(RecordedPage.Of(_session.Events.Take(_history.Count), QueryHelpers.ParseQuery(request.RequestUri.Query))),
                ("GET", $"{EventsPath}/stream") => Open(),
                ("POST", EventsPath) => Send((JsonObject)JsonNode.Parse(body)!),
                ("GET", $"/v1/sessions/{SessionId}") => Json(_session.ToJson()),
                _ => Error(HttpStatusCode.NotFound, "not_found_error"),
            };
        }
    }

    protected override void Dispose(bool disposing)
    {
        lock (_lock)
        {
            _work.Dispose();
            _timers.ForEach(static timer => timer.Dispose());
        }

        base.Dispose(disposing);
    }

    private static HttpResponseMessage Json(JsonObject content, HttpStatusCode status = HttpStatusCode.OK) =>
        new(status) { Content = new StringContent(content.ToJsonString(), Encoding.UTF8, "application/json") };

    private static HttpResponseMessage Error(HttpStatusCode status, string type) =>
        Json(new JsonObject { ["type"] = "error", ["error"] = new JsonObject { ["type"] = type, ["message"] = "because" } }, status);

    private HttpResponseMessage Open()
    {
        var body = new ControlledBody();
        _streams.Add(body);
        if (!_wasOpened)
        {
            // The connection was opened after the last event that the history shows. The late ones are emitted now.
            _wasOpened = true;
            _streamed = _stream.Count;
            if (_first == FirstView.History)
            {
                Show(_stream, _late, Lag);
            }
            else
            {
                Show(_stream, _late, TimeSpan.Zero);
                Show(_history, _late, Lag);
            }

            Show();
            Schedule();
        }

        if (PrefixExpectation.IsOver(_session.Events) && _session.LastStatus is { Type: "session.status_terminated" } && _streamed == _session.Events.Count)
        {
            body.End();
        }

        var response = new HttpResponseMessage { Content = new StreamContent(body) };
        response.Content.Headers.ContentType = new MediaTypeHeaderValue("text/event-stream");
        return response;
    }

    private HttpResponseMessage Send(JsonObject request)
    {
        var stored = new JsonArray();
        foreach (var input in request["events"]!.AsArray())
        {
            if (_session.Accept((JsonObject)input!) is not { } accepted)
            {
                return Error(HttpStatusCode.BadRequest, "invalid_request_error");
            }

            stored.Add(JsonNode.Parse(accepted.Json));
        }

        ShowNew();
        Schedule();
        return Json(new JsonObject { ["data"] = stored });
    }

    private void Work()
    {
        lock (_lock)
        {
            _session.Work();
            ShowNew();
            Schedule();
        }
    }

    private void Schedule() => _work.Change(_session.IsWorking ? WorkTime : Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    private void ShowNew()
    {
        var count = _session.Events.Count - _scheduled;
        _scheduled += count;
        Show(_history, count, _first == FirstView.History ? TimeSpan.Zero : Lag);
        Show(_stream, count, _first == FirstView.Stream ? TimeSpan.Zero : Lag);
        Show();
    }

    private void Show(EventView view, int count, TimeSpan delay)
    {
        view.Add(count, _clock.GetUtcNow() + delay);
        if (count > 0 && delay > TimeSpan.Zero)
        {
            _timers.Add(_clock.CreateTimer(_ => ShowDue(), null, delay, Timeout.InfiniteTimeSpan));
        }
    }

    private void ShowDue()
    {
        lock (_lock)
        {
            Show();
        }
    }

    private void Show()
    {
        _history.Advance(_clock.GetUtcNow());
        _stream.Advance(_clock.GetUtcNow());
        for (; _wasOpened && _streamed < _stream.Count; _streamed++)
        {
            var shown = _session.Events[_streamed];
            var frame = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"event: {shown.Type}\ndata: {shown.Json}\n\n"));
            _streams.ForEach(stream => stream.Supply(frame));
        }
    }
}
