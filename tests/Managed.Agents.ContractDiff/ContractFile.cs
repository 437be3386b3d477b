using System.Text.Json;
using System.Text.Json.Nodes;

namespace Managed.Agents.ContractDiff;

/// <summary>The contract: every operation and type of the API, as a file lists them.</summary>
public sealed class ContractFile
{
    /// <summary>The name of the file, next to the program and in the repository.</summary>
    public const string FileName = "managed-agents.json";

    private ContractFile(JsonObject json)
    {
        Json = json;
        if (json["operations"] is not JsonArray operations || json["types"] is not JsonObject types)
        {
            throw new JsonException("A contract has a list of operations and a map of types.");
        }

        Operations = operations
            .Select(static operation => new ContractOperation((JsonObject)operation!))
            .ToDictionary(static operation => operation.Id, StringComparer.Ordinal);
        Types = types
            .Select(static type => new ContractType(type.Key, (JsonObject)type.Value!))
            .ToDictionary(static type => type.Name, StringComparer.Ordinal);
        foreach (var (user, name) in Operations.Values.SelectMany(static operation => operation.References.Select(name => (operation.Id, name)))
            .Concat(Types.Values.SelectMany(static type => type.References.Select(name => (type.Name, name)))))
        {
            if (!Types.ContainsKey(name))
            {
                throw new JsonException($"{user} names the type {name}, which the contract does not have.");
            }
        }
    }

    /// <summary>The whole file. Not to be changed; see <see cref="Edit"/>.</summary>
    public JsonObject Json { get; }

    public IReadOnlyDictionary<string, ContractOperation> Operations { get; }

    public IReadOnlyDictionary<string, ContractType> Types { get; }

    /// <summary>What the facts were read off.</summary>
    public string Source => $"{Json["source"]?["package"]} {Json["source"]?["version"]} of {Json["source"]?["date"]}";

    public static ContractFile Load(string path) =>
        new(JsonNode.Parse(File.ReadAllText(path)) as JsonObject ?? throw new JsonException("A contract is a JSON object."));

    /// <summary>The copy of the contract that lies next to the program.</summary>
    public static ContractFile LoadOwn() => Load(Path.Combine(AppContext.BaseDirectory, FileName));

    /// <summary>A copy with changes.</summary>
    public ContractFile Edit(Action<JsonObject> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        var copy = (JsonObject)Json.DeepClone();
        change(copy);
        return new ContractFile(copy);
    }

    /// <summary>The types that these name, and those that they name in turn.</summary>
    public IReadOnlySet<string> ReachableFrom(IEnumerable<string> names)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(names);
        while (open.TryPop(out var name))
        {
            if (reached.Add(name))
            {
                foreach (var reference in Types[name].References)
                {
                    open.Push(reference);
                }
            }
        }

        return reached;
    }
}
