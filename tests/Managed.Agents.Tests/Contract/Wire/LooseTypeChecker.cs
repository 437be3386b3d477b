using System.Text.Json;
using System.Text.Json.Nodes;
using Managed.Agents.ContractDiff;

namespace Managed.Agents.Tests.Contract;

/// <summary>Reads and writes the types that no operation reaches, such as decoded secrets.</summary>
internal sealed class LooseTypeChecker(Bindings bindings, Coverage coverage, Findings findings)
{
    public void Check(Scope scope)
    {
        foreach (var type in scope.Types.Where(type => type.Kind == "object" && !coverage.IsMarked("types", type.Name)))
        {
            foreach (var ours in bindings.Map.NamesOf(type.Name).Select(bindings.Surface.TypeNamed).OfType<Type>().Where(static ours => ours.IsAssignableTo(typeof(ApiObject))))
            {
                Check(type, ours);
            }
        }

        foreach (var (name, operation) in bindings.Map.Envelopes)
        {
            CompareEnvelope(name, operation);
        }
    }

    private void Check(ContractType type, Type ours)
    {
        var comparer = new JsonComparer(bindings, coverage, findings, isRequest: false);
        var inspector = new ObjectInspector(bindings.Surface, findings);
        var expression = new ReferenceExpression(type.Name);
        foreach (var payload in new PayloadGenerator(bindings, []).Alternatives(expression, type.Name).Select(JsonText.Normalize))
        {
            var read = payload.Deserialize(ours, ManagedAgentsJson.Options);
            inspector.Inspect(read);
            comparer.Compare(type.Name, expression, ours, payload, JsonText.Parse(JsonSerializer.Serialize(read, ours, ManagedAgentsJson.Options)));
        }

        if (!inspector.Secrets.Order(StringComparer.Ordinal).SequenceEqual(comparer.Secrets.Order(StringComparer.Ordinal)))
        {
            findings.Add(type.Name, "the secrets that were read differ from those that were sent");
        }
    }

    // The contract lists the envelope of a list as a type. The client has Page<T> instead, so the envelope is compared with that.
    private void CompareEnvelope(string name, string operation)
    {
        var type = bindings.Contract.Types.GetValueOrDefault(name);
        var list = bindings.Contract.Operations.GetValueOrDefault(operation);
        if (type is null || list?.PageKind is not { } kind)
        {
            findings.Add(name, $"the map names it as the envelope of {operation}, but the contract does not have both");
            return;
        }

        var page = ((JsonArray)bindings.Contract.Json["pages"]![kind]!["fields"]!).ToDictionary(static field => field!["name"]!.ToString(), StringComparer.Ordinal);
        coverage.Mark("types", name);
        foreach (var field in type.Fields)
        {
            coverage.Mark("fields", $"{name}.{field.Name}");
            var items = field.Type is ArrayExpression { Item: ReferenceExpression item } ? item.Name : list.PageItem;
            if (!page.TryGetValue(field.Name, out var own) || own!["nullable"]!.GetValue<bool>() != field.IsNullable || items != list.PageItem)
            {
                findings.Add($"{name}.{field.Name}", $"the pages of {operation} do not have it");
            }
        }
    }
}
