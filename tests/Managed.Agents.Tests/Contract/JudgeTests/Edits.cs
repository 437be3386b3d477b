using System.Text.Json.Nodes;
using Managed.Agents.ContractDiff;

namespace Managed.Agents.Tests.Contract;

/// <summary>Changes to a copy of the contract, and what the judge says about it.</summary>
internal static class Edits
{
    private static readonly ContractFile Own = ContractFile.LoadOwn();
    private static readonly ContractMap OwnMap = ContractMap.LoadOwn();

    /// <summary>What shows when the contract is changed.</summary>
    public static IReadOnlyList<string> Judge(Action<JsonObject> change) => Judge(Own.Edit(change), OwnMap, ClientSurface.Own);

    /// <summary>What shows when the map is changed.</summary>
    public static IReadOnlyList<string> JudgeMap(Action<JsonObject> change) => Judge(Own, OwnMap.Edit(change), ClientSurface.Own);

    /// <summary>What shows when contract and map are changed together.</summary>
    public static IReadOnlyList<string> Judge(Action<JsonObject> change, Action<JsonObject> changeMap) =>
        Judge(Own.Edit(change), OwnMap.Edit(changeMap), ClientSurface.Own);

    /// <summary>What shows when the client lacks something.</summary>
    public static IReadOnlyList<string> JudgeWithout(Func<System.Reflection.MemberInfo, bool> isHidden) => Judge(Own, OwnMap, new ClientSurface(isHidden));

    /// <summary>What calls of some operations show when the contract is changed.</summary>
    public static async Task<IReadOnlyList<string>> JudgeCallsAsync(Action<JsonObject> change, params string[] operations)
    {
        var verdict = await new ContractJudge(Own.Edit(change), OwnMap, ClientSurface.Own).JudgeAsync(id => operations.Contains(id, StringComparer.Ordinal));
        return [.. verdict.Findings.Select(static finding => finding.ToString())];
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

    /// <summary>Takes a kind out of a union.</summary>
    public static void DropKind(this JsonObject contract, string union, string tag)
    {
        var tags = (JsonObject)contract.Type(union)["tags"]!;
        var type = tags[tag]!.ToString();
        tags.Remove(tag);
        ((JsonArray)contract.Type(union)["variants"]!).Drop(variant => variant is JsonObject reference && reference["ref"]?.ToString() == type);
    }

    /// <summary>Puts a kind into a union.</summary>
    public static void AddKind(this JsonObject contract, string union, string tag, string type)
    {
        ((JsonObject)contract.Type(union)["tags"]!).Add(tag, type);
        ((JsonArray)contract.Type(union)["variants"]!).Add(new JsonObject { ["ref"] = type });
    }

    private static IReadOnlyList<string> Judge(ContractFile contract, ContractMap map, ClientSurface surface) =>
        [.. new ContractJudge(contract, map, surface).JudgeShape().Findings.Select(static finding => finding.ToString())];
}
