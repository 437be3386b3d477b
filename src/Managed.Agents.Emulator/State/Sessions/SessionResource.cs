using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>A resource of a session. It never contains secrets.</summary>
internal sealed class SessionResource(string id, long sequence, DateTimeOffset createdAt, JsonObject content) : IListed
{
    public string Id => id;

    public long Sequence => sequence;

    public DateTimeOffset CreatedAt => createdAt;

    public DateTimeOffset UpdatedAt { get => field == default ? createdAt : field; set; }

    public string Type => content.Text("type")!;

    public JsonObject Content => content;

    public JsonNode ToJson()
    {
        var json = content.Copy();
        if (Type != ResourceRules.MemoryStore)
        {
            json["id"] = id;
            json["created_at"] = Json.Time(createdAt);
            json["updated_at"] = Json.Time(UpdatedAt);
        }

        return json;
    }
}
