using System.Text.Json.Nodes;
using Managed.Agents.ContractDiff;

namespace Managed.Agents.Tests.Contract;

/// <summary>The operations and types to compare, and the exemptions with their reasons. A type is exempt when only exempt operations reach it.</summary>
internal sealed class Scope
{
    private readonly Dictionary<string, Exemption> _operations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Exemption> _types = new(StringComparer.Ordinal);
    private readonly HashSet<string> _covered;

    public Scope(ContractFile contract, ContractMap map, Findings findings)
    {
        Contract = contract;
        foreach (var id in contract.Operations.Keys)
        {
            if (map.Exemptions.Find(exemption => exemption.Matches(id)) is { } exemption)
            {
                _operations.Add(id, exemption);
            }
        }

        var reached = contract.ReachableFrom(Operations.SelectMany(static operation => operation.References).Concat(Errors(contract)).Append(Webhook(contract)));
        _covered = [.. reached.Concat(map.TypeNames.Keys.Concat(map.Envelopes.Keys).Where(contract.Types.ContainsKey))];
        foreach (var exemption in map.Exemptions)
        {
            foreach (var type in contract.ReachableFrom(RootsOf(exemption)).Where(type => !_covered.Contains(type)))
            {
                _types.TryAdd(type, exemption);
            }
        }

        Check(map, findings);
    }

    public ContractFile Contract { get; }

    /// <summary>The operations that the client must support.</summary>
    public IEnumerable<ContractOperation> Operations => Contract.Operations.Values.Where(operation => !_operations.ContainsKey(operation.Id));

    /// <summary>The types that the client must have.</summary>
    public IEnumerable<ContractType> Types => Contract.Types.Values.Where(type => _covered.Contains(type.Name));

    public IReadOnlyDictionary<string, Exemption> ExemptOperations => _operations;

    public IReadOnlyDictionary<string, Exemption> ExemptTypes => _types;

    private static IEnumerable<string> Errors(ContractFile contract)
    {
        var errors = (JsonObject)contract.Json["errors"]!;
        return ((JsonObject)errors["unions"]!).Select(static entry => entry.Value).Append(errors["envelope"]).OfType<JsonObject>().Select(static reference => reference["ref"]!.ToString());
    }

    private static string Webhook(ContractFile contract) => contract.Json["webhooks"]!["payload"]!.GetValue<string>();

    private IEnumerable<string> RootsOf(Exemption exemption)
    {
        var operations = _operations.Where(entry => entry.Value == exemption).SelectMany(entry => Contract.Operations[entry.Key].References);
        return operations.Concat(exemption.Types).Where(Contract.Types.ContainsKey);
    }

    private void Check(ContractMap map, Findings findings)
    {
        foreach (var type in Contract.Types.Keys.Where(type => !_covered.Contains(type) && !_types.ContainsKey(type)))
        {
            findings.Add(type, "the type has neither a mapping nor an exemption");
        }

        foreach (var exemption in map.Exemptions)
        {
            foreach (var pattern in exemption.Operations.Where(pattern => !_operations.Any(entry => entry.Value == exemption && Exemption.Matches(pattern, entry.Key))))
            {
                findings.Add(pattern, "the exemption matches no operation of the contract");
            }

            foreach (var type in exemption.Types.Where(type => !_types.TryGetValue(type, out var owner) || owner != exemption))
            {
                findings.Add(type, "the exemption is unnecessary or matches no type of the contract");
            }
        }

        foreach (var id in map.Operations.Keys.Where(_operations.ContainsKey))
        {
            findings.Add(id, "the operation is both mapped and exempt");
        }
    }
}
