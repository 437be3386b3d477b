using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>The agents of the emulator and the operations on them.</summary>
internal sealed class AgentStore
{
    private readonly EmulatorServices _services;
    private readonly MultiagentRules _multiagent;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, AgentState> _agents = new(StringComparer.Ordinal);

    public AgentStore(EmulatorServices services)
    {
        _services = services;
        _multiagent = new MultiagentRules(Find);
    }

    /// <summary>Called with the id of every agent that is archived. Set once by the owner of the store.</summary>
    public Action<string> Archived { get; set; } = static _ => { };

    public JsonNode Create(ApiCall call)
    {
        lock (_gate)
        {
            var now = _services.Now();
            var agent = new AgentState(_services.NewId("agent"), _services.NextSequence(), now);
            var definition = AgentDefinition.Empty();
            AgentDefinition.Apply(definition, call.Body);
            AgentDefinition.Check(definition);
            definition["multiagent"] = _multiagent.Resolve(call.Body["multiagent"] as JsonObject, stored: null, definition, agent.Id, version: 1);
            agent.Add(definition, now);
            _agents[agent.Id] = agent;
            return agent.ToJson();
        }
    }

    public JsonNode Retrieve(ApiCall call)
    {
        lock (_gate)
        {
            var agent = Find(call.Route("agent_id"));
            var version = (int)(call.Query.Number("version") ?? agent.Version);
            return version <= agent.Version ? agent.ToJson(version) : throw NoVersion(agent, version);
        }
    }

    public JsonNode Update(ApiCall call)
    {
        lock (_gate)
        {
            var agent = Find(call.Route("agent_id"));
            if (agent.ArchivedAt is not null)
            {
                throw ApiError.InvalidRequest($"Agent {agent.Id} is archived and cannot be changed.");
            }

            if (call.Body.Number("version") is { } expected && expected != agent.Version)
            {
                throw ApiError.Conflict($"version: agent {agent.Id} is at version {agent.Version}, not {expected}. Retrieve it again.");
            }

            var definition = agent.Definition.Copy();
            AgentDefinition.Apply(definition, call.Body);
            AgentDefinition.Check(definition);
            if (call.Body.Has("multiagent"))
            {
                var stored = definition["multiagent"] as JsonObject;
                definition["multiagent"] = _multiagent.Resolve(call.Body["multiagent"] as JsonObject, stored, definition, agent.Id, agent.Version + 1);
            }

            if (!JsonNode.DeepEquals(definition, agent.Definition))
            {
                agent.Add(definition, _services.Now());
            }

            return agent.ToJson();
        }
    }

    public JsonNode Archive(ApiCall call)
    {
        JsonObject archived;
        lock (_gate)
        {
            var agent = Find(call.Route("agent_id"));
            agent.ArchivedAt ??= _services.Now();
            archived = agent.ToJson();
        }

        Archived(archived.Text("id")!);
        return archived;
    }

    public JsonNode List(ApiCall call)
    {
        lock (_gate)
        {
            var includeArchived = call.Query.Flag("include_archived") ?? false;
            return new ResourceList(call).Page(_agents.Values.Where(agent => includeArchived || agent.ArchivedAt is null), static agent => agent.ToJson());
        }
    }

    public JsonNode ListVersions(ApiCall call)
    {
        lock (_gate)
        {
            var agent = Find(call.Route("agent_id"));
            var versions = Enumerable.Range(1, agent.Version).Select(version => new AgentVersion(version, agent.CreatedAt));
            return new ResourceList(call).Page(versions, version => agent.ToJson((int)version.Sequence));
        }
    }

    /// <summary>Returns a copy of the agent version for a new session, which keeps using this version.</summary>
    public JsonObject Pin(string id, long? version)
    {
        lock (_gate)
        {
            var agent = Find(id);
            if (agent.ArchivedAt is not null)
            {
                throw ApiError.InvalidRequest($"Agent {id} is archived and cannot be used by new sessions.");
            }

            return agent.ToJson(version is { } requested && requested > agent.Version ? throw NoVersion(agent, requested) : (int)(version ?? agent.Version));
        }
    }

    /// <summary>Returns a copy of a pinned version. It can still be used after the agent is archived.</summary>
    public JsonObject GetPinned(string id, int version)
    {
        lock (_gate)
        {
            return Find(id).ToJson(version);
        }
    }

    private static ApiError NoVersion(AgentState agent, long version) =>
        ApiError.NotFound($"Agent {agent.Id} has no version {version}; its newest version is {agent.Version}.");

    private AgentState Find(string id) => _agents.GetValueOrDefault(id) ?? throw ApiError.NotFound($"There is no agent {id}.");

    private sealed record AgentVersion(long Sequence, DateTimeOffset CreatedAt) : IListed;
}
