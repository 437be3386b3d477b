using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Managed.Agents.Emulator;

/// <summary>The rules for the tools of an agent that the contract cannot express, and their defaults.</summary>
internal static class ToolRules
{
    public const string Toolset = "agent_toolset_20260401";
    public const string McpToolset = "mcp_toolset";
    public const string Custom = "custom";

    public static IReadOnlyList<string> BuiltIn { get; } = ["bash", "read", "write", "edit", "glob", "grep", "web_fetch", "web_search"];

    public static JsonArray Normalize(JsonArray sent, string path)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var toolsets = new HashSet<string>(StringComparer.Ordinal);
        var tools = new JsonArray();
        var count = 0;
        foreach (var (index, node) in sent.WithIndex())
        {
            var at = $"{path}[{index}]";
            var tool = node!.AsObject();
            var type = tool.Text("type")!;
            if (type == Custom)
            {
                CheckCustom(tool, names, at);
                count++;
                tools.Add((JsonNode)tool.Copy());
                continue;
            }

            if (!toolsets.Add(type == McpToolset ? $"{type} {tool.Text("mcp_server_name")}" : type))
            {
                throw ApiError.InvalidRequest($"{at}: this toolset is listed twice.");
            }

            count += type == McpToolset ? tool.List("configs").Count : BuiltIn.Count;
            tools.Add((JsonNode)NormalizeToolset(tool, type, sent, at));
        }

        return count <= 256 ? tools : throw ApiError.InvalidRequest($"{path}: at most 256 tools across all toolsets, got {count}.");
    }

    private static JsonObject NormalizeToolset(JsonObject toolset, string type, JsonArray all, string path)
    {
        var fallback = toolset["default_config"] as JsonObject;
        var defaults = new JsonObject
        {
            ["enabled"] = fallback.Flag("enabled") ?? true,
            ["permission_policy"] = fallback?["permission_policy"]?.DeepClone() ?? Json.Typed(type == McpToolset ? "always_ask" : "always_allow"),
        };

        var configs = new JsonArray();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (index, config) in toolset.Objects("configs").WithIndex())
        {
            var at = $"{path}.configs[{index}]";
            var name = config.Text("name")!;
            if (!names.Add(name))
            {
                throw ApiError.InvalidRequest($"{at}.name: \"{name}\" is configured twice.");
            }

            var complete = config.Copy();
            complete["enabled"] = config.Flag("enabled") ?? defaults.Flag("enabled");
            complete["permission_policy"] = (config["permission_policy"] ?? defaults["permission_policy"])!.DeepClone();
            if (type == Toolset)
            {
                complete["type"] = name;
                WebToolRules.Apply(complete, name, all, at);
            }

            configs.Add((JsonNode)complete);
        }

        var result = new JsonObject { ["type"] = type };
        if (type == McpToolset)
        {
            result["mcp_server_name"] = toolset.Text("mcp_server_name");
        }

        result["default_config"] = defaults;
        result["configs"] = configs;
        return result;
    }

    private static void CheckCustom(JsonObject tool, HashSet<string> names, string path)
    {
        var name = tool.Text("name")!;
        if (name.StartsWith("mcp__", StringComparison.Ordinal) || BuiltIn.Contains(name))
        {
            throw ApiError.InvalidRequest($"{path}.name: \"{name}\" is reserved.");
        }

        if (!names.Add(name))
        {
            throw ApiError.InvalidRequest($"{path}.name: \"{name}\" is used twice.");
        }

        var schema = tool["input_schema"]!.AsObject();
        foreach (var combinator in new[] { "oneOf", "anyOf", "allOf" })
        {
            if (schema.Has(combinator))
            {
                throw ApiError.InvalidRequest($"{path}.input_schema: {combinator} is not allowed at the top level.");
            }
        }

        foreach (var (property, _) in schema["properties"] as JsonObject ?? [])
        {
            if (!Regex.IsMatch(property, "^.{1,64}$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)))
            {
                throw ApiError.InvalidRequest($"{path}.input_schema.properties: names must have 1 to 64 characters, got \"{property}\".");
            }
        }

        if (HasReference(schema))
        {
            throw ApiError.InvalidRequest($"{path}.input_schema: $ref is not allowed.");
        }
    }

    private static bool HasReference(JsonNode? node) => node switch
    {
        JsonObject owner => owner.Has("$ref") || owner.Any(static pair => HasReference(pair.Value)),
        JsonArray list => list.Any(HasReference),
        _ => false,
    };
}
