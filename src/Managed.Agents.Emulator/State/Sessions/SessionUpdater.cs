using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>Updates a session. Everything is checked before anything changes. Guarded by the lock of the session.</summary>
internal sealed class SessionUpdater(EngineContext context)
{
    public void Apply(SessionEngine engine, JsonObject body)
    {
        var session = engine.Session;
        var now = context.Services.Now();
        if (session.IsTerminated)
        {
            throw ApiError.InvalidRequest($"Session {session.Id} is terminated and cannot be changed.");
        }

        if (body.List("vault_ids").Count > 0 || body["vault_ids"] is JsonArray)
        {
            throw ApiError.InvalidRequest("vault_ids: cannot be changed after creation.");
        }

        var agent = Agent(session, body["agent"] as JsonObject, now);
        var metadata = Metadata.Merge(session.Metadata, body["metadata"]);
        var budget = body.Has("budget") ? BudgetRules.Change(session, body["budget"] as JsonObject, now) : session.Budget;
        var title = body.Has("title") ? body.Text("title") : session.Title;

        var changes = new JsonObject();
        AddChange(changes, "title", session.Title, title);
        AddChange(changes, "metadata", session.Metadata, metadata);
        AddChange(changes, "budget", session.Budget, budget);
        AddChange(changes, "agent", session.Agent, agent);
        if (changes.Count == 0)
        {
            return;
        }

        // The event cannot express that the map became empty, so it omits an empty map.
        if (metadata.Count == 0)
        {
            changes.Remove("metadata");
        }

        session.Title = title;
        session.Metadata = metadata;
        session.Budget = budget;
        session.ChangeAgent(agent);
        session.UpdatedAt = now;
        engine.Events.Emit("session.updated", changes);
        engine.ResumeFromBudget();
    }

    private static void AddChange(JsonObject changes, string field, JsonNode? before, JsonNode? after)
    {
        if (!JsonNode.DeepEquals(before, after))
        {
            changes[field] = after?.DeepClone();
        }
    }

    private JsonObject Agent(SessionState session, JsonObject? sent, DateTimeOffset now)
    {
        if (sent is null)
        {
            return session.Agent;
        }

        if (session.ReportedStatus(now, context.Options.IdleStatusDelay) is not SessionStatus.Idle)
        {
            throw ApiError.InvalidRequest("agent: can be changed only while the session is idle.");
        }

        if (session.OpenRuns.Count > 0)
        {
            throw ApiError.InvalidRequest("agent: cannot be changed while a workflow run is open.", "workflow_run_open");
        }

        var agent = session.Agent.Copy();
        AgentDefinition.Apply(agent, sent, "agent.");
        AgentDefinition.Check(agent, "agent.");
        return agent;
    }
}
