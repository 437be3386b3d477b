using Managed.Agents.ContractDiff;

namespace Managed.Agents.Tests.Contract;

/// <summary>
/// Where omitting a field keeps the stored value, callers must also be able to send null and an empty list. This applies to every optional
/// field of the body of an update, down to but not into lists (a list is always replaced as a whole), and to fields whose semantics
/// begin with "omit keeps". Such a field is an <see cref="Optional{T}"/> or <see cref="OptionalList{T}"/>, or the map has the reason why
/// null and empty mean the same as omitting it.
/// </summary>
internal sealed class AbsenceRules(Bindings bindings, Scope scope, Shape shape, Findings findings)
{
    public void Check()
    {
        foreach (var (type, field) in FieldsOfUpdates().Concat(FieldsThatKeep()).Distinct())
        {
            if (field.IsRequired || !(field.IsNullable || field.Type is ArrayExpression or MapExpression))
            {
                continue;
            }

            var place = $"{type.Name}.{field.Name}";
            var properties = shape.Objects.Where(pair => pair.Contract == type).Select(pair => bindings.Surface.Property(pair.Ours, field.Name)).OfType<WireProperty>().ToList();
            if (properties.TrueForAll(static property => property.IsOptional))
            {
                continue;
            }

            shape.UsedReasons.Add($"sameAsAbsent {place}");
            if (!bindings.Map.SameAsAbsent.ContainsKey(place))
            {
                findings.Add(place, $"omitting it keeps the stored value, and {properties[0].Key} cannot be {(field.IsNullable ? "null" : "empty")}");
            }
        }
    }

    private static IEnumerable<string> OutsideLists(TypeExpression expression) => expression switch
    {
        ArrayExpression or MapExpression => [],
        ReferenceExpression reference => [reference.Name],
        _ => expression.Parts.SelectMany(OutsideLists),
    };

    private IEnumerable<(ContractType Type, ContractField Field)> FieldsOfUpdates()
    {
        var bodies = scope.Operations.Where(static operation => operation.Id.EndsWith(".update", StringComparison.Ordinal)).Select(static operation => operation.Body).OfType<string>();
        var open = new Stack<string>(bodies);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (open.TryPop(out var name))
        {
            if (!seen.Add(name))
            {
                continue;
            }

            var type = bindings.Contract.Types[name];
            foreach (var inner in type.Fields.SelectMany(static field => OutsideLists(field.Type)).Concat(type.Variants.SelectMany(OutsideLists)))
            {
                open.Push(inner);
            }

            foreach (var field in type.Fields)
            {
                yield return (type, field);
            }
        }
    }

    private IEnumerable<(ContractType Type, ContractField Field)> FieldsThatKeep() =>
        bindings.Contract.ReachableFrom(scope.Operations.Select(static operation => operation.Body).OfType<string>())
            .Select(name => bindings.Contract.Types[name])
            .SelectMany(static type => type.Fields.Where(static field => field.Semantics.Contains("omit keeps", StringComparison.Ordinal)).Select(field => (type, field)));
}
