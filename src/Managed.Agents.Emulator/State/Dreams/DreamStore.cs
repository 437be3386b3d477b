using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>The dreams of the emulator and the operations on them.</summary>
internal sealed class DreamStore(DreamMemories memories, Func<string, bool> hasSession, EmulatorServices services) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, DreamState> _dreams = new(StringComparer.Ordinal);
    private readonly DreamRun _run = new(memories, hasSession, services);
    private DreamScript _script = new();

    /// <summary>Creates the script for the dreams that are created from now on.</summary>
    public DreamScript NewScript()
    {
        lock (_gate)
        {
            return _script = new DreamScript();
        }
    }

    public JsonNode Create(ApiCall call)
    {
        var storeId = DreamRules.Input(call.Body, "memory_store").Text("memory_store_id")!;
        var sessionIds = DreamRules.Input(call.Body, "sessions").Texts("session_ids").Order(StringComparer.Ordinal).ToList();
        var model = DreamRules.Model(call.Body["model"]!);
        var updates = DreamRules.UpdatesStore(call.Body["output_behavior"] as JsonObject, storeId);
        memories.EnsureUsable(storeId);
        if (sessionIds.Find(session => !hasSession(session)) is { } missing)
        {
            throw ApiError.NotFound($"There is no session {missing}.");
        }

        lock (_gate)
        {
            if (updates && _dreams.Values.FirstOrDefault(other => other is { HasEnded: false, UpdatesStore: true } && other.MemoryStoreId == storeId) is { } busy)
            {
                throw new ApiError(409, "conflict_error", $"Dream {busy.Id} is still writing memory store {storeId}.") { ShouldRetry = false };
            }

            var dream = new DreamState(services.NewId("drm"), services.NextSequence(), services.Now(), _script)
            {
                MemoryStoreId = storeId,
                SessionIds = sessionIds,
                Model = model,
                Instructions = call.Body.Text("instructions"),
                UpdatesStore = updates,
            };
            _dreams[dream.Id] = dream;
            dream.Timer = services.Time.CreateTimer(OnTimer, dream, dream.Script.StartDelay, Timeout.InfiniteTimeSpan);
            return dream.ToJson();
        }
    }

    public JsonNode Retrieve(ApiCall call)
    {
        lock (_gate)
        {
            return Find(call).ToJson();
        }
    }

    public JsonNode List(ApiCall call)
    {
        var includeArchived = call.Query.Flag("include_archived") ?? false;
        var statuses = call.Query.Texts("statuses").ToHashSet(StringComparer.Ordinal);
        lock (_gate)
        {
            return new ResourceList(call).Page(
                _dreams.Values.Where(dream => (includeArchived || dream.ArchivedAt is null) && (statuses.Count == 0 || statuses.Contains(dream.Status.ToWireName()))),
                static dream => dream.ToJson());
        }
    }

    public JsonNode Cancel(ApiCall call)
    {
        lock (_gate)
        {
            var dream = Find(call);
            if (dream.Status is DreamStatus.Completed or DreamStatus.Failed)
            {
                throw ApiError.InvalidRequest($"Dream {dream.Id} has {dream.Status.ToWireName()} and cannot be canceled.");
            }

            if (!dream.HasEnded)
            {
                dream.Cancel(services.Now());
            }

            return dream.ToJson();
        }
    }

    public JsonNode Archive(ApiCall call)
    {
        lock (_gate)
        {
            var dream = Find(call);
            if (!dream.HasEnded)
            {
                throw ApiError.InvalidRequest($"Dream {dream.Id} is {dream.Status.ToWireName()} and cannot be archived; cancel it first.");
            }

            dream.ArchivedAt ??= services.Now();
            return dream.ToJson();
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            foreach (var dream in _dreams.Values)
            {
                dream.Timer?.Dispose();
            }
        }
    }

    private void OnTimer(object? state)
    {
        var dream = (DreamState)state!;
        lock (_gate)
        {
            if (dream.Status is DreamStatus.Running)
            {
                _run.Finish(dream);
                return;
            }

            _run.Start(dream);
            dream.Timer?.Change(dream.Script.Duration, Timeout.InfiniteTimeSpan);
        }
    }

    private DreamState Find(ApiCall call) =>
        _dreams.GetValueOrDefault(call.Route("dream_id")) ?? throw ApiError.NotFound($"There is no dream {call.Route("dream_id")}.");
}
