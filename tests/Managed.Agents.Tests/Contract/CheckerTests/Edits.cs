using System.Text.Json.Nodes;
using Managed.Agents.ContractDiff;

namespace Managed.Agents.Tests.Contract;

/// <summary>Changes a copy of the contract or the map and returns the findings.</summary>
internal static class Edits
{
    private static readonly ContractFile Own = ContractFile.LoadOwn();
    private static readonly ContractMap OwnMap = ContractMap.LoadOwn();

    /// <summary>Returns the findings after a change of the contract.</summary>
    public static IReadOnlyList<string> Check(Action<JsonObject> change) => Check(Own.Edit(change), OwnMap, ClientSurface.Own);

    /// <summary>Returns the findings after a change of the map.</summary>
    public static IReadOnlyList<string> CheckMap(Action<JsonObject> change) => Check(Own, OwnMap.Edit(change), ClientSurface.Own);

    /// <summary>Returns the findings after a change of contract and map.</summary>
    public static IReadOnlyList<string> Check(Action<JsonObject> change, Action<JsonObject> changeMap) =>
        Check(Own.Edit(change), OwnMap.Edit(changeMap), ClientSurface.Own);

    /// <summary>Returns the findings without some members of the client.</summary>
    public static IReadOnlyList<string> CheckWithout(Func<System.Reflection.MemberInfo, bool> isHidden) => Check(Own, OwnMap, new ClientSurface(isHidden));

    /// <summary>Returns the findings of calls of some operations after a change of the contract.</summary>
    public static async Task<IReadOnlyList<string>> CheckCallsAsync(Action<JsonObject> change, params string[] operations)
    {
        var report = await new ContractChecker(Own.Edit(change), OwnMap, ClientSurface.Own).CheckAsync(id => operations.Contains(id, StringComparer.Ordinal));
        return [.. report.Findings.Select(static finding => finding.ToString())];
    }

    public static JsonObject Operation(this JsonObject contract, string id) =>
        (JsonObject)((JsonArray)contract["operations"]!).First(operation => operation!["id"]!.ToString() == id)!;

    public static JsonObject Type(this JsonObject contract, string name) => (JsonObject)contract["types"]![name]!;

    public static JsonArray Fields(this JsonObject contract, string type) => (JsonArray)contract.Type(type)["fields"]!;

    public static JsonObject Field(this JsonObject contract, string type, string field) =>
        (JsonObject)contract.Fields(type).First(candidate => candidate!["name"]!.ToString() == field)!;

    public static JsonArray Values(this JsonObject contract, string type) => (JsonArray)contract.Type(type)["values"]!;

    public static void Add(this JsonArray fields, string name, string type, bool required = true, bool nullable = false) =>
        fields.Add(new JsonObject { ["name"] = name, ["type"] = type, ["required"] = required, ["nullable"] = nullable });

    public static void Drop(this JsonArray items, Func<JsonNode, bool> isDropped) => items.Remove(items.First(item => isDropped(item!)));

    /// <summary>Removes a kind from a union.</summary>
    public static void DropKind(this JsonObject contract, string union, string tag)
    {
        var tags = (JsonObject)contract.Type(union)["tags"]!;
        var type = tags[tag]!.ToString();
        tags.Remove(tag);
        ((JsonArray)contract.Type(union)["variants"]!).Drop(variant => variant is JsonObject reference && reference["ref"]?.ToString() == type);
    }

    /// <summary>Adds a kind to a union.</summary>
    public static void AddKind(this JsonObject contract, string union, string tag, string type)
    {
        ((JsonObject)contract.Type(union)["tags"]!).Add(tag, type);
        ((JsonArray)contract.Type(union)["variants"]!).Add(new JsonObject { ["ref"] = type });
    }

    private static IReadOnlyList<string> Check(ContractFile contract, ContractMap map, ClientSurface surface) =>
        [.. new ContractChecker(contract, map, surface).CheckShape().Findings.Select(static finding => finding.ToString())];
}
