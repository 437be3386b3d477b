using System.Text.Json.Nodes;

namespace Managed.Agents.ContractDiff;

/// <summary>The sections other than operations and types (for example errors, pages and client), as one fact per leaf.</summary>
internal static class SectionFacts
{
    // The fields that identify an item of a list, independent of its position.
    private static readonly string[] Keys = ["status", "code", "type", "name", "direction"];

    public static Dictionary<string, string> Of(ContractFile contract)
    {
        var facts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, section) in contract.Json.Where(static entry => entry.Key is not ("source" or "counts" or "operations" or "types")))
        {
            Add(facts, name, section);
        }

        return facts;
    }

    private static void Add(Dictionary<string, string> facts, string path, JsonNode? node)
    {
        switch (node)
        {
            case JsonObject { Count: > 0 } parts:
                foreach (var (name, part) in parts)
                {
                    Add(facts, $"{path}.{name}", part);
                }

                break;
            case JsonArray items:
                for (var i = 0; i < items.Count; i++)
                {
                    Add(facts, $"{path}[{NameOf(items[i], i)}]", items[i]);
                }

                break;
            default:
                facts[path] = node?.ToJsonString() ?? "null";
                break;
        }
    }

    private static string NameOf(JsonNode? item, int index) => item switch
    {
        JsonObject parts when Keys.Any(parts.ContainsKey) => string.Join(' ', Keys.Where(parts.ContainsKey).Select(key => parts[key]?.ToString())),
        JsonValue value => value.ToString(),
        _ => $"{index}",
    };
}
