using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>A skill and its versions, oldest first. It has at least one version. Guarded by the lock of its store.</summary>
internal sealed class SkillState(string id, string source, long sequence, DateTimeOffset createdAt) : IListed
{
    public const string Custom = "custom";
    public const string Anthropic = "anthropic";

    public string Id => id;

    public string Source => source;

    public long Sequence => sequence;

    public DateTimeOffset CreatedAt => createdAt;

    public DateTimeOffset UpdatedAt { get => field == default ? createdAt : field; set; }

    public required string DisplayName { get; init; }

    public List<SkillVersionState> Versions { get; } = [];

    public SkillVersionState Latest => Versions[^1];

    public JsonObject ToJson() => new()
    {
        ["id"] = id,
        ["type"] = "skill",
        ["display_name"] = DisplayName,
        ["latest_version_id"] = Latest.Id,
        ["source"] = Json.Typed(source),
        ["created_at"] = Json.Time(createdAt),
        ["updated_at"] = Json.Time(UpdatedAt),
    };
}
