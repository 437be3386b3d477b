using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>The operations on the work items of an environment.</summary>
internal sealed class WorkOperations(EnvironmentStore environments, WorkPoller polls, EngineContext context)
{
    private const string NoHeartbeat = "NO_HEARTBEAT";

    public void AddTo(Dictionary<string, Func<ApiCall, JsonNode>> answers, Dictionary<string, Func<ApiCall, CancellationToken, Task<JsonNode?>>> waits)
    {
        waits["environments.work.poll"] = (call, cancellationToken) => polls.PollAsync(Queue(call), call, cancellationToken);
        answers["environments.work.ack"] = call => WithItem(call, Acknowledge);
        answers["environments.work.heartbeat"] = call => WithItem(call, item => Heartbeat(item, call.Query));
        answers["environments.work.stop"] = call => WithItem(call, item => Stop(item, call.Body.Flag("force") ?? false));
        answers["environments.work.retrieve"] = call => WithItem(call, static item => item.ToJson());
        answers["environments.work.update"] = call => WithItem(call, item => Update(item, call.Body));
        answers["environments.work.list"] = List;
        answers["environments.work.stats"] = Stats;
    }

    /// <summary>Returns the queue of a self-hosted environment.</summary>
    public WorkQueue Queue(string environmentId) =>
        environments.IsSelfHosted(environmentId)
            ? context.Work.ForEnvironment(environmentId)
            : throw ApiError.InvalidRequest($"Environment {environmentId} is not self_hosted; only self_hosted environments have work.");

    private static JsonObject Update(WorkItemState item, JsonObject body)
    {
        item.Metadata = Metadata.Merge(item.Metadata, body["metadata"]);
        return item.ToJson();
    }

    private static ApiError LeaseLost(WorkItemState item) => new(412, "invalid_request_error", $"expected_last_heartbeat: does not match the last heartbeat of work item {item.Id}: another worker has the lease.")
    {
        Code = "heartbeat_precondition_failed",
        Details = new JsonObject { ["current_state"] = item.LeaseJson(item.LastHeartbeat, isExtended: false) },
    };

    private static int? Ttl(JsonObject query) => query.Number("desired_ttl_seconds") switch
    {
        null => null,
        < 1 => throw ApiError.InvalidRequest("desired_ttl_seconds: must be at least 1."),
        var seconds => (int)Math.Min(seconds.Value, WorkItemState.MaxTtlSeconds),
    };

    private JsonObject Acknowledge(WorkItemState item)
    {
        if (item.State is not WorkState.Queued)
        {
            throw ApiError.Conflict($"Work item {item.Id} is {item.State.ToWireName()}: another worker has taken it.");
        }

        item.Acknowledge(context.Services.Now());
        return item.ToJson();
    }

    private JsonObject Heartbeat(WorkItemState item, JsonObject query)
    {
        var ttl = Ttl(query);
        var expected = query.Text("expected_last_heartbeat");
        if (item.IsOpen && expected is not null && expected != (item.LastHeartbeat ?? NoHeartbeat))
        {
            throw LeaseLost(item);
        }

        if (item.State is WorkState.Queued)
        {
            throw ApiError.InvalidRequest($"Work item {item.Id} is queued; acknowledge it first.");
        }

        var isExtended = item.State is not WorkState.Stopped;
        if (isExtended)
        {
            item.RecordHeartbeat(context.Services.Now(), ttl);
        }

        var answer = item.LeaseJson(item.LastHeartbeat ?? "", isExtended);
        answer["type"] = "work_heartbeat";
        return answer;
    }

    private JsonObject Stop(WorkItemState item, bool force)
    {
        if (item.State is WorkState.Stopped)
        {
            throw ApiError.Conflict($"Work item {item.Id} is already stopped.");
        }

        item.Stop(context.Services.Now(), force);
        return item.ToJson();
    }

    private JsonObject List(ApiCall call)
    {
        var queue = Queue(call);
        lock (queue.Sync)
        {
            return new ResourceList(call).Page(queue.Items, static item => item.ToJson());
        }
    }

    private JsonObject Stats(ApiCall call)
    {
        var queue = Queue(call);
        lock (queue.Sync)
        {
            return queue.StatsJson();
        }
    }

    private JsonObject WithItem(ApiCall call, Func<WorkItemState, JsonObject> action)
    {
        var queue = Queue(call);
        var id = call.Route("work_id");
        lock (queue.Sync)
        {
            return action(queue.Find(id) ?? throw ApiError.NotFound($"There is no work item {id} in environment {call.Route("environment_id")}."));
        }
    }

    private WorkQueue Queue(ApiCall call) => Queue(call.Route("environment_id"));
}
