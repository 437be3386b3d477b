using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>An agent with all its versions. Guarded by the lock of its store.</summary>
internal sealed class AgentState(string id, long sequence, DateTimeOffset createdAt) : IListed
{
    private readonly List<(JsonObject Definition, DateTimeOffset At)> _versions = [];

    public string Id => id;

    public long Sequence => sequence;

    public DateTimeOffset CreatedAt => createdAt;

    public DateTimeOffset? ArchivedAt { get; set; }

    public int Version => _versions.Count;

    /// <summary>The fields of the newest version. Copy before changing.</summary>
    public JsonObject Definition => _versions[^1].Definition;

    public void Add(JsonObject definition, DateTimeOffset now) => _versions.Add((definition, now));

    public JsonObject ToJson() => ToJson(Version);

    public JsonObject ToJson(int version)
    {
        var (definition, at) = _versions[version - 1];
        var agent = new JsonObject { ["id"] = id, ["type"] = "agent", ["version"] = version };
        foreach (var (field, value) in definition)
        {
            agent[field] = value?.DeepClone();
        }

        agent["created_at"] = Json.Time(createdAt);
        agent["updated_at"] = Json.Time(at);
        agent["archived_at"] = Json.TimeOrNull(ArchivedAt);
        return agent;
    }
}
