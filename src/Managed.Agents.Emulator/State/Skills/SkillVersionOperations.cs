using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>The operations on the versions of a skill.</summary>
internal sealed class SkillVersionOperations(SkillStore skills)
{
    public JsonNode Create(ApiCall call)
    {
        var package = SkillPackage.Read(call.Files);
        lock (skills.Sync)
        {
            var skill = skills.FindCustom(call);
            if (package.Manifest.Name != skill.Latest.Manifest.Name)
            {
                throw ApiError.InvalidRequest($"SKILL.md: name: is {skill.Latest.Manifest.Name} and cannot change, got {package.Manifest.Name}.");
            }

            return skills.AddVersion(skill, package.Manifest, package.ToZip(skills.Now())).ToJson();
        }
    }

    public JsonNode Retrieve(ApiCall call)
    {
        lock (skills.Sync)
        {
            return Find(skills.Find(call), call).ToJson();
        }
    }

    public JsonNode List(ApiCall call)
    {
        lock (skills.Sync)
        {
            return new ResourceList(call).Page(skills.Find(call).Versions, static version => version.ToJson());
        }
    }

    public JsonNode Delete(ApiCall call)
    {
        lock (skills.Sync)
        {
            var skill = skills.FindCustom(call);
            var version = Find(skill, call);
            if (skill.Versions.Count == 1)
            {
                throw ApiError.InvalidRequest($"Version {version.Id} is the only version of skill {skill.Id}; delete the skill instead.");
            }

            skill.Versions.Remove(version);
            skill.UpdatedAt = skills.Now();
            return new JsonObject { ["id"] = version.Id, ["type"] = "skill_version_deleted" };
        }
    }

    public BinaryAnswer Download(ApiCall call)
    {
        lock (skills.Sync)
        {
            var version = Find(skills.Find(call), call);
            return version.Zip is { } zip
                ? new BinaryAnswer(new MemoryStream(zip, writable: false), "application/zip", $"{version.Manifest.Name}.zip")
                : throw ApiError.InvalidRequest($"Skill {version.Manifest.Name} is by Anthropic and cannot be downloaded.");
        }
    }

    private static SkillVersionState Find(SkillState skill, ApiCall call) => SkillStore.Find(skill, call.Route("version"));
}
