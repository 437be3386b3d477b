using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>An environment. Guarded by the lock of its store.</summary>
internal sealed class EnvironmentState(string id, long sequence, DateTimeOffset createdAt, JsonObject config) : IListed
{
    public string Id => id;

    public long Sequence => sequence;

    public DateTimeOffset CreatedAt => createdAt;

    public DateTimeOffset UpdatedAt { get => field == default ? createdAt : field; set; }

    public DateTimeOffset? ArchivedAt { get; set; }

    public string Name { get; set; } = "";

    public string? Description { get; set; }

    public string Scope { get; set; } = "organization";

    public JsonObject Metadata { get; set; } = [];

    public JsonObject Config { get; set; } = config;

    public bool IsSelfHosted => Config.Text("type") == EnvironmentRules.SelfHosted;

    public JsonObject ToJson() => new()
    {
        ["id"] = id,
        ["type"] = "environment",
        ["name"] = Name,
        ["description"] = Description,
        ["config"] = Config.Copy(),
        ["metadata"] = Metadata.Copy(),
        ["scope"] = Scope,
        // The API sends this field although the contract does not list it, so clients must tolerate unknown fields.
        ["state"] = ArchivedAt is null ? "active" : "archived",
        ["created_at"] = Json.Time(createdAt),
        ["updated_at"] = Json.Time(UpdatedAt),
        ["archived_at"] = Json.TimeOrNull(ArchivedAt),
    };
}
