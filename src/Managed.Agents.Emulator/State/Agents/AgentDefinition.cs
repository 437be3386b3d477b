using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>
/// The stored definition of an agent. Creating an agent, updating it and overriding it for a session use the same code: the sent fields
/// are applied to the stored ones, then the result is checked.
/// </summary>
internal static class AgentDefinition
{
    public static JsonObject Empty() => new()
    {
        ["name"] = "",
        ["description"] = null,
        ["model"] = null,
        ["system"] = null,
        ["tools"] = new JsonArray(),
        ["mcp_servers"] = new JsonArray(),
        ["skills"] = new JsonArray(),
        ["multiagent"] = null,
        ["metadata"] = new JsonObject(),
        ["execution_identity"] = Json.Typed("service_account"),
    };

    /// <param name="definition">The stored fields, changed in place.</param>
    /// <param name="sent">The fields of the request.</param>
    /// <param name="path">The path of the fields in the request with a trailing dot, or an empty string.</param>
    public static void Apply(JsonObject definition, JsonObject sent, string path = "")
    {
        foreach (var (field, value) in sent)
        {
            switch (field)
            {
                case "name":
                    definition["name"] = Limited(value, 1, 256, path + field);
                    break;
                case "description":
                    definition["description"] = OrNull(Limited(value, 0, 2048, path + field));
                    break;
                case "system":
                    definition["system"] = OrNull(Limited(value, 0, 100_000, path + field));
                    break;
                case "model":
                    definition["model"] = ModelRules.Normalize(value!, definition["model"] as JsonObject, path + field);
                    break;
                case "tools":
                    definition["tools"] = ToolRules.Normalize(value as JsonArray ?? [], path + field);
                    break;
                case "mcp_servers":
                    definition["mcp_servers"] = Servers(value as JsonArray ?? [], path + field);
                    break;
                case "skills":
                    definition["skills"] = Skills(value as JsonArray ?? [], path + field);
                    break;
                case "execution_identity":
                    definition["execution_identity"] = value?.DeepClone() ?? Json.Typed("service_account");
                    break;
                case "metadata":
                    definition["metadata"] = Metadata.Merge(definition["metadata"]!.AsObject(), value);
                    break;
            }
        }
    }

    /// <summary>Checks the rules that involve several fields.</summary>
    public static void Check(JsonObject definition, string path = "")
    {
        var servers = definition.Objects("mcp_servers").Select(static server => server.Text("name")).ToHashSet();
        var used = new HashSet<string?>();
        foreach (var (index, tool) in definition.Objects("tools").WithIndex())
        {
            if (tool.Text("type") == ToolRules.McpToolset && used.Add(tool.Text("mcp_server_name")) && !servers.Contains(tool.Text("mcp_server_name")))
            {
                throw ApiError.InvalidRequest($"{path}tools[{index}].mcp_server_name: \"{tool.Text("mcp_server_name")}\" is not declared in mcp_servers.");
            }
        }

        if (servers.FirstOrDefault(server => !used.Contains(server)) is { } unused)
        {
            throw ApiError.InvalidRequest($"{path}mcp_servers: \"{unused}\" is not used by any mcp_toolset.");
        }

        if (definition.List("skills").Count > 0 && AgentTools.Find(definition, "read") is not { Enabled: true })
        {
            throw ApiError.InvalidRequest($"{path}skills: require the read tool of {ToolRules.Toolset}.");
        }
    }

    private static string? Limited(JsonNode? value, int minimum, int maximum, string path)
    {
        var text = value?.GetValue<string>();
        var length = text?.EnumerateRunes().Count() ?? minimum;
        return length >= minimum && length <= maximum
            ? text
            : throw ApiError.InvalidRequest($"{path}: must have {(minimum > 0 ? $"{minimum} to" : "at most")} {maximum} characters.");
    }

    private static JsonNode? OrNull(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static JsonArray Servers(JsonArray sent, string path)
    {
        foreach (var (index, server) in sent.OfType<JsonObject>().WithIndex())
        {
            var url = server.Text("url")!;
            if (url.Length > 2048 || !Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http"))
            {
                throw ApiError.InvalidRequest($"{path}[{index}].url: must be an http(s) URL of at most 2048 characters.");
            }
        }

        return sent.Copy();
    }

    private static JsonArray Skills(JsonArray sent, string path)
    {
        if (sent.Count > 500)
        {
            throw ApiError.InvalidRequest($"{path}: at most 500 skills.");
        }

        var skills = sent.Copy();
        foreach (var skill in skills.OfType<JsonObject>())
        {
            skill["version"] = skill.Text("version") ?? "latest";
        }

        return skills;
    }
}
