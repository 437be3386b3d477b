using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>Sends, lists and streams the events of a session and of its threads.</summary>
internal sealed class EventOperations(SessionStore sessions, EngineContext context)
{
    private const int MaxPreviews = 100;

    public JsonNode Send(ApiCall call) => sessions.Use(call, engine => engine.Accept(call.Body.List("events")));

    public JsonNode List(ApiCall call) => sessions.Use(call, engine => engine.Session.Primary.Log.Page(call, View(engine, call)));

    public EventSubscription Stream(ApiCall call) => sessions.Use(call, engine => Subscribe(engine, engine.Session.Primary, call));

    public JsonNode ListThread(ApiCall call) => sessions.Use(call, engine => ThreadOperations.Find(engine.Session, call).Log.Page(call, View(engine, call)));

    public EventSubscription StreamThread(ApiCall call) => sessions.Use(call, engine => Subscribe(engine, ThreadOperations.Find(engine.Session, call), call));

    private HistoryView View(SessionEngine engine, ApiCall call) =>
        HistoryView.Draw(context.Faults, engine.Session.Id, call.Query.Text("page"), context.Services.Now());

    private EventSubscription Subscribe(SessionEngine engine, SessionThread thread, ApiCall call)
    {
        var previews = call.Query.Texts("event_deltas").ToList();
        return previews.Count <= MaxPreviews
            ? thread.Log.Subscribe(previews.ToHashSet(StringComparer.Ordinal), context.Options.StreamBufferSize, engine.Sync)
            : throw ApiError.InvalidRequest($"event_deltas[]: at most {MaxPreviews} values, got {previews.Count}.");
    }
}
