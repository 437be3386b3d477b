using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>One version of a skill.</summary>
internal sealed class SkillVersionState(string id, string skillId, long sequence, DateTimeOffset createdAt, SkillManifest manifest, byte[]? zip) : IListed
{
    public string Id => id;

    public long Sequence => sequence;

    public DateTimeOffset CreatedAt => createdAt;

    public SkillManifest Manifest => manifest;

    /// <summary>The folder of the skill, or null for skills that cannot be downloaded.</summary>
    public byte[]? Zip => zip;

    public JsonObject ToJson() => new()
    {
        ["id"] = id,
        ["type"] = "skill_version",
        ["skill_id"] = skillId,
        ["name"] = manifest.Name,
        ["description"] = manifest.Description,
        ["created_at"] = Json.Time(createdAt),
    };
}
