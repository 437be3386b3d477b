using System.Reflection;
using Managed.Agents.ContractDiff;

namespace Managed.Agents.Tests.Contract;

/// <summary>Compares client and contract without sending requests: names, kinds, values, nullability.</summary>
internal sealed class ShapeChecker(Bindings bindings, Scope scope, Findings findings)
{
    private readonly ShapeWalk _walk = new(bindings, findings);

    private Shape Shape => _walk.Shape;

    public Shape Check(IReadOnlyList<OperationBinding> operations)
    {
        foreach (var operation in operations)
        {
            _walk.Visit(operation);
        }

        // Types that no operation reaches: errors and decoded secrets.
        foreach (var type in scope.Types)
        {
            foreach (var ours in bindings.Map.NamesOf(type.Name).Select(bindings.Surface.TypeNamed).OfType<Type>().Where(ours => IsOfKind(type, ours) && !IsMet(type, ours)))
            {
                _walk.Visit(type.Name, new ReferenceExpression(type.Name), ours);
            }
        }

        CheckValues();
        CheckKinds();
        new PropertyRules(bindings, Shape, findings).Check();
        new AbsenceRules(bindings, scope, Shape, findings).Check();
        CheckTypes();
        CheckUploads();
        CheckMap();
        return Shape;
    }

    private static bool IsOfKind(ContractType contract, Type ours) => contract.Kind switch
    {
        "object" => ours.IsAssignableTo(typeof(ApiObject)),
        "enum" => ClrTypes.IsOpenEnum(ours),
        _ => false,
    };

    private bool IsMet(ContractType contract, Type ours) =>
        contract.Kind == "object" ? Shape.Objects.Contains((contract, ours)) : Shape.Types.Contains(ours);

    private static IEnumerable<string> KnownValues(Type openEnum)
    {
        var constants = openEnum.GetNestedType("Known")?.GetFields(BindingFlags.Public | BindingFlags.Static) ?? [];
        return constants.Where(static constant => constant.IsLiteral).Select(static constant => (string)constant.GetRawConstantValue()!);
    }

    private static IEnumerable<string> StaticValues(Type openEnum) =>
        openEnum.GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Where(property => property.PropertyType == openEnum)
            .Select(static property => property.GetValue(null)!.ToString()!);

    private void CheckValues()
    {
        foreach (var values in Shape.Values.ToLookup(static entry => entry.Ours, static entry => entry.Value))
        {
            var ours = values.Key;
            var known = KnownValues(ours).ToHashSet(StringComparer.Ordinal);
            foreach (var value in values.Where(value => !known.Contains(value)))
            {
                findings.Add($"{ours.Name}: {value}", "the client does not know the value");
            }

            foreach (var value in known.Except(values, StringComparer.Ordinal))
            {
                Shape.UsedReasons.Add($"extraValues {ours.Name}.{value}");
                if (!bindings.Map.ExtraValues.ContainsKey($"{ours.Name}.{value}"))
                {
                    findings.Add($"{ours.Name}: {value}", "the client knows a value that is not in the contract");
                }
            }

            foreach (var value in known.Except(StaticValues(ours), StringComparer.Ordinal).Concat(StaticValues(ours).Except(known, StringComparer.Ordinal)))
            {
                findings.Add($"{ours.Name}: {value}", "the value is not both a constant and a property");
            }
        }
    }

    private void CheckKinds()
    {
        foreach (var family in Shape.Kinds.ToLookup(static kind => kind.Place).Where(static family => family.Key.IsAbstract))
        {
            var met = family.Select(static kind => kind.Ours).ToHashSet();
            foreach (var kind in bindings.Surface.KindsOf(family.Key).Where(kind => !met.Contains(kind) && !bindings.Map.OwnTypes.ContainsKey(kind.Name)))
            {
                findings.Add($"{family.Key.Name}: {kind.Name}", "no choice of the contract has this kind");
            }

            if (!bindings.Surface.WireTypes.Any(type => type.BaseType == family.Key && ClientSurface.IsUnknownKind(type)))
            {
                findings.Add(family.Key.Name, "the union has no unknown kind");
            }
        }
    }

    private void CheckTypes()
    {
        foreach (var type in bindings.Surface.WireTypes.Where(type => !Shape.Types.Contains(type) && !ClientSurface.IsUnknownKind(type)))
        {
            Shape.UsedReasons.Add($"ownTypes {type.Name}");
            if (!bindings.Map.OwnTypes.ContainsKey(type.Name))
            {
                findings.Add(type.Name, "the public type represents no type of the contract");
            }
        }

        foreach (var type in scope.Types.Where(type => bindings.Map.NamesOf(type.Name).Count == 0 && !bindings.Map.Envelopes.ContainsKey(type.Name)))
        {
            findings.Add(type.Name, "the type has no mapping");
        }

        foreach (var name in bindings.Map.TypeNames.Keys.Where(name => bindings.Map.NamesOf(name).Count > 1))
        {
            Shape.UsedReasons.Add($"placeDecides {name}");
            if (!bindings.Map.PlaceDecides.ContainsKey(name))
            {
                findings.Add(name, "the map has several types for it without a reason");
            }
        }

        foreach (var (name, ours) in bindings.Map.TypeNames.Keys.SelectMany(name => bindings.Map.NamesOf(name).Select(ours => (name, ours))))
        {
            if (!scope.Contract.Types.ContainsKey(name))
            {
                findings.Add(name, "the map names a type that is not in the contract");
            }
            else if (ours is not ("string" or "JsonElement") && bindings.Surface.TypeNamed(ours) is null)
            {
                findings.Add(name, $"the map names {ours}, which the client does not have");
            }
        }
    }

    private void CheckUploads()
    {
        foreach (var property in Shape.UploadProperties.Except(Shape.UploadFields, StringComparer.Ordinal))
        {
            Shape.UsedReasons.Add($"uploadFields {property}");
            if (!bindings.Map.UploadFields.ContainsKey(property))
            {
                findings.Add(property, "the property of the upload sets no field of a form");
            }
        }

        foreach (var name in bindings.Map.UploadFields.Keys.Where(name => !Shape.UploadProperties.Contains(name) && !IsFormField(name)))
        {
            findings.Add(name, "the map names a field of a form that is not in the contract");
        }
    }

    private bool IsFormField(string name) =>
        scope.Types.SelectMany(static type => type.Fields.Where(static field => field.Part is not null).Select(field => $"{type.Name}.{field.Name}")).Contains(name, StringComparer.Ordinal);

    private void CheckMap()
    {
        var map = bindings.Map;
        foreach (var (section, names) in new (string, IEnumerable<string>)[]
        {
            ("text", map.Text.Keys),
            ("freeJson", map.FreeJson.Keys),
            ("placeDecides", map.PlaceDecides.Keys),
            ("oneForAll", map.OneForAll.Keys),
            ("shortForms", map.ShortForms.Keys),
            ("ownTypes", map.OwnTypes.Keys),
            ("extraValues", map.ExtraValues.Keys),
            ("secrets", map.Secrets.Keys),
            ("neverNull", map.NeverNull.Keys),
            ("sameAsAbsent", map.SameAsAbsent.Keys),
        })
        {
            foreach (var name in names.Where(name => !Shape.UsedReasons.Contains($"{section} {name}")))
            {
                findings.Add(name, $"the map has an unnecessary reason for it under {section}");
            }
        }

        var fields = scope.Types.SelectMany(static type => type.Fields.Where(static field => !field.IsRequired).Select(field => $"{type.Name}.{field.Name}")).ToHashSet(StringComparer.Ordinal);
        foreach (var name in map.AbsentValues.Keys.Where(name => !fields.Contains(name)))
        {
            findings.Add(name, "the map has a value for its absence, but the contract has no such optional field");
        }
    }
}
