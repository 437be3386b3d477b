using System.Text.Json.Nodes;
using Managed.Agents.ContractDiff;

namespace Managed.Agents.Tests.Contract;

/// <summary>Marks what a comparison covered.</summary>
internal sealed class CoverageMarker(Bindings bindings, Coverage coverage)
{
    public void MarkType(ContractType contract) => coverage.Mark("types", contract.Name);

    public void MarkField(string place, ContractField field, JsonNode? value)
    {
        coverage.Mark("fields", place);
        if (field.KnownValues.Count > 0)
        {
            coverage.Mark("values", $"{place}: {value}");
        }
    }

    /// <summary>Marks the fields of an object that is free JSON in the client.</summary>
    public void MarkFields(ContractType contract, JsonObject value)
    {
        foreach (var field in contract.Fields.Where(field => value.ContainsKey(field.Name)))
        {
            MarkField($"{contract.Name}.{field.Name}", field, value[field.Name]);
        }
    }

    public void MarkValue(TypeExpression expression, JsonNode? value)
    {
        if (expression is ReferenceExpression { Name: var name } && bindings.Contract.Types[name].Kind == "enum")
        {
            coverage.Mark("types", name);
            coverage.Mark("values", $"{name}: {value}");
        }
    }

    public void MarkVariants(string place, TypeExpression expression, ContractType contract)
    {
        var tag = Coverage.TagOf(bindings.Contract, new ReferenceExpression(contract.Name));
        if (expression is ReferenceExpression { Name: var union })
        {
            coverage.Mark("types", union);
            MarkVariantOf(union, tag, bindings.Contract.Types[union].Variants, contract.Name);
        }
        else
        {
            MarkVariantOf(place, tag, ((AnyOfExpression)expression).Members, contract.Name);
        }
    }

    public void MarkShortForm(string place, TypeExpression choice, JsonNode? expected)
    {
        if (expected is not JsonValue text)
        {
            return;
        }

        var owner = choice is ReferenceExpression { Name: var union } ? union : place;
        foreach (var member in bindings.MembersOf(choice).Where(bindings.IsText))
        {
            coverage.Mark("variants", $"{owner}: {Coverage.TagOf(bindings.Contract, member)}");
            MarkValue(member, text);
        }
    }

    // The member itself, or the union that contains it.
    private void MarkVariantOf(string owner, string tag, IEnumerable<TypeExpression> members, string contract)
    {
        coverage.Mark("variants", $"{owner}: {tag}");
        foreach (var inner in members.OfType<ReferenceExpression>().Where(member => bindings.Contract.Types[member.Name].Kind == "union" && bindings.MembersOf(member).Contains(new ReferenceExpression(contract))))
        {
            coverage.Mark("types", inner.Name);
            coverage.Mark("variants", $"{owner}: {inner.Name}");
            MarkVariantOf(inner.Name, tag, bindings.Contract.Types[inner.Name].Variants, contract);
        }
    }
}
