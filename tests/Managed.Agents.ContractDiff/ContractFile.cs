using System.Text.Json;
using System.Text.Json.Nodes;

namespace Managed.Agents.ContractDiff;

/// <summary>The contract: every operation and type of the API.</summary>
public sealed class ContractFile
{
    /// <summary>The name of the file, beside the program and in the repository.</summary>
    public const string FileName = "managed-agents.json";

    private ContractFile(JsonObject json)
    {
        Json = json;
        if (json["operations"] is not JsonArray operations || json["types"] is not JsonObject types)
        {
            throw new JsonException("The file is not a valid contract: it must have a list of operations and a map of types.");
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
                throw new JsonException($"{user} refers to the type {name}, which is not in the contract.");
            }
        }
    }

    /// <summary>The whole file. Do not change it; use <see cref="Edit"/>.</summary>
    public JsonObject Json { get; }

    public IReadOnlyDictionary<string, ContractOperation> Operations { get; }

    public IReadOnlyDictionary<string, ContractType> Types { get; }

    /// <summary>The package that the contract was read from.</summary>
    public string Source => $"{Json["source"]?["package"]} {Json["source"]?["version"]} of {Json["source"]?["date"]}";

    public static ContractFile Load(string path) =>
        new(JsonNode.Parse(File.ReadAllText(path)) as JsonObject ?? throw new JsonException("The file is not a valid contract: it must be a JSON object."));

    /// <summary>Loads the copy of the contract beside the program.</summary>
    public static ContractFile LoadOwn() => Load(Path.Combine(AppContext.BaseDirectory, FileName));

    /// <summary>Returns a changed copy.</summary>
    public ContractFile Edit(Action<JsonObject> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        var copy = (JsonObject)Json.DeepClone();
        change(copy);
        return new ContractFile(copy);
    }

    /// <summary>Returns these types and all types that they refer to, directly or indirectly.</summary>
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
