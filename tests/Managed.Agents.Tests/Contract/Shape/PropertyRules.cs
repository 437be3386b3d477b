using Managed.Agents.ContractDiff;

namespace Managed.Agents.Tests.Contract;

/// <summary>
/// Every property represents a field, and is nullable exactly when the field may be absent or null. Where several types of the contract
/// are one client type (the request and response forms of a type, or the kinds of a union for the properties of their base), it is enough
/// that the field may be absent in one of them. A list or map is never null, because empty means the same.
/// </summary>
internal sealed class PropertyRules(Bindings bindings, Shape shape, Findings findings)
{
    public void Check()
    {
        var uses = shape.Objects
            .SelectMany(pair => bindings.Surface.PropertiesOf(pair.Ours).Select(property => (Property: property, pair.Contract, Field: pair.Contract.Field(property.Name))))
            .ToLookup(static use => use.Property.Key);
        foreach (var use in uses)
        {
            var property = use.First().Property;
            if (use.All(static entry => entry.Field is null))
            {
                findings.Add(property.Key, $"{Names(use.Select(static entry => entry.Contract))} has no field '{property.Name}'");
                continue;
            }

            CheckNull(property, [.. use.Select(static entry => (entry.Contract, entry.Field))]);
        }
    }

    private bool HasAbsentValue((ContractType Contract, ContractField? Field) entry) =>
        bindings.Map.AbsentValues.ContainsKey($"{entry.Contract.Name}.{entry.Field?.Name}");

    private static string Names(IEnumerable<ContractType> types)
    {
        var names = types.Select(static type => type.Name).ToList();
        return names.Count > 3 ? $"none of {names.Count} types ({string.Join(", ", names.Take(3))}, …)" : string.Join(", ", names);
    }

    private void CheckNull(WireProperty property, IReadOnlyList<(ContractType Contract, ContractField? Field)> fields)
    {
        if (property.Type.IsGenericType && property.Type.GetGenericTypeDefinition() == typeof(Optional<>))
        {
            if (!fields.Any(static entry => entry.Field is { IsRequired: false, IsNullable: true }))
            {
                Report(property, fields, "the client tells null from absence, which the contract does not");
            }

            return;
        }

        if (property.IsOptional)
        {
            if (!fields.Any(static entry => entry.Field is { IsRequired: false } or { IsNullable: true }))
            {
                Report(property, fields, "the client tells absent, null and empty apart, which the contract does not");
            }

            return;
        }

        var reasons = fields.Where(entry => entry.Field is null or { IsRequired: false } or { IsNullable: true }).Where(entry => !HasAbsentValue(entry)).ToList();
        if (property.IsNullable && reasons.Count == 0)
        {
            Report(property, fields, "the contract always has it, and the client's property is nullable");
        }
        else if (!property.IsNullable && !property.IsCollection && reasons.Count > 0)
        {
            shape.UsedReasons.Add($"neverNull {property.Key}");
            if (!bindings.Map.NeverNull.ContainsKey(property.Key))
            {
                var why = reasons[0].Field switch
                {
                    null => "does not have it",
                    { IsNullable: true } => "lets it be null",
                    _ => "lets it be absent",
                };
                findings.Add($"{reasons[0].Contract.Name}.{property.Name}", $"the contract {why}, and {property.Key} is not nullable");
            }
        }
    }

    private void Report(WireProperty property, IReadOnlyList<(ContractType Contract, ContractField? Field)> fields, string problem)
    {
        var owner = fields.First(static entry => entry.Field is not null).Contract;
        findings.Add($"{owner.Name}.{property.Name}", $"{problem} ({property.Key})");
    }
}
