using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>
/// Attaches stored resources to sessions: files are copied, and the current name of a memory store is kept. Vaults and skills are only
/// checked.
/// </summary>
internal sealed class SessionAttachments(FileStore files, MemoryStoreOperations memoryStores, VaultStore vaults, SkillStore skills)
{
    public void Check(IReadOnlyCollection<JsonObject> resources)
    {
        foreach (var resource in resources)
        {
            if (resource.Text("type") == ResourceRules.File)
            {
                files.EnsureUsable(resource.Text("file_id")!);
            }
            else if (resource.Text("type") == ResourceRules.MemoryStore)
            {
                memoryStores.ForSession(resource.Text("memory_store_id")!);
            }
        }
    }

    public void CheckVaults(IEnumerable<string> ids)
    {
        foreach (var id in ids)
        {
            vaults.EnsureUsable(id);
        }
    }

    /// <summary>Checks the skills of an agent and of all agents on its roster.</summary>
    public void CheckSkills(JsonNode? agent)
    {
        if (agent is JsonArray list)
        {
            foreach (var member in list)
            {
                CheckSkills(member);
            }
        }
        else if (agent is JsonObject definition)
        {
            foreach (var skill in definition.Objects("skills"))
            {
                skills.EnsureUsable(skill.Text("type")!, skill.Text("skill_id")!, skill.Text("version"));
            }

            foreach (var group in new[] { "multiagent", "agents", "subagents", "workflows", "predefined_agents" })
            {
                CheckSkills(definition[group]);
            }
        }
    }

    /// <summary>Returns the resource as the session stores it.</summary>
    public JsonObject Attach(JsonObject resource, string sessionId)
    {
        if (resource.Text("type") == ResourceRules.File)
        {
            resource["file_id"] = files.CopyToSession(sessionId, resource.Text("file_id")!);
        }
        else if (resource.Text("type") == ResourceRules.MemoryStore)
        {
            var (name, description) = memoryStores.ForSession(resource.Text("memory_store_id")!);
            resource["name"] = name;
            resource["description"] = description;
            resource["mount_path"] = $"/mnt/memory/{MemoryStoreRules.Slug(name)}";
        }

        return resource;
    }
}
