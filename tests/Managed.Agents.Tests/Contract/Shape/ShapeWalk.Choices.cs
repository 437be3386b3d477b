using Managed.Agents.ContractDiff;

namespace Managed.Agents.Tests.Contract;

/// <content>Enums, choices between several types, and uploads.</content>
internal sealed partial class ShapeWalk
{
    private void VisitUpload(ContractType form, Type upload)
    {
        foreach (var field in form.Fields.Where(static field => !Uploads.IsFile(field)))
        {
            if (Uploads.PropertyOf(bindings.Map, form, field, upload) is null)
            {
                findings.Add($"{form.Name}.{field.Name}", $"{upload.Name} has no property for it");
            }
        }

        foreach (var property in upload.GetProperties().Where(static property => property.CanWrite))
        {
            Shape.UploadProperties.Add($"{upload.Name}.{property.Name}");
        }

        Shape.UploadFields.UnionWith(form.Fields.Select(field => Uploads.PropertyOf(bindings.Map, form, field, upload)).OfType<System.Reflection.PropertyInfo>().Select(property => $"{upload.Name}.{property.Name}"));
    }

    private void VisitEnum(string place, ContractType contract, Type type)
    {
        var names = bindings.Map.NamesOf(contract.Name);
        if (names is ["string"] && type == typeof(string))
        {
            Shape.UsedReasons.Add($"text {contract.Name}");
            if (!bindings.Map.Text.ContainsKey(contract.Name))
            {
                findings.Add(contract.Name, "the enum is a string in the client without a reason in the map");
            }
        }
        else if (ClrTypes.IsOpenEnum(type) && names.Contains(type.Name, StringComparer.Ordinal))
        {
            Shape.Types.Add(type);
            Shape.Values.UnionWith(contract.Values.Select(value => (type, value)));
        }
        else
        {
            Mismatch(contract.Name, place, type);
        }
    }

    private void VisitChoice(string place, TypeExpression choice, Type type)
    {
        if (choice is ReferenceExpression { Name: var name } && !bindings.Map.NamesOf(name).Contains(type.Name, StringComparer.Ordinal))
        {
            Mismatch(name, place, type);
            return;
        }

        bindings.IsChoice(choice, out var discriminator);
        Shape.Types.Add(type);
        if (!type.IsAbstract && bindings.MembersOf(choice).Count(member => !bindings.IsText(member)) > 1)
        {
            Shape.UsedReasons.Add($"oneForAll {type.Name}");
            if (!bindings.Map.OneForAll.ContainsKey(type.Name))
            {
                findings.Add(place, $"{type.Name} represents several types without a reason in the map");
            }
        }

        foreach (var member in bindings.MembersOf(choice))
        {
            if (bindings.IsText(member))
            {
                VisitShortForm(place, member, type);
                continue;
            }

            Visit(place, member, type);
            if (discriminator is not null && member is ReferenceExpression reference && bindings.ConcreteOf(reference.Name, type) is { } ours)
            {
                var contract = bindings.Contract.Types[reference.Name];
                Shape.Kinds.Add((type, contract.LiteralOf(discriminator) ?? "", contract, ours));
            }
        }
    }

    private void VisitShortForm(string place, TypeExpression member, Type type)
    {
        if (!bindings.Map.ShortForms.ContainsKey(type.Name))
        {
            findings.Add(place, $"the contract allows a plain string for {type.Name}, but the map has no object that means the same");
        }

        Shape.UsedReasons.Add($"shortForms {type.Name}");
        if (member is ReferenceExpression { Name: var name })
        {
            var ours = bindings.Map.NamesOf(name) is [var only] ? bindings.Surface.TypeNamed(only) ?? typeof(string) : typeof(string);
            if (ours == type)
            {
                // The union itself represents the enum. Reading the values proves its kinds.
                return;
            }

            VisitEnum(place, bindings.Contract.Types[name], ours);
        }
    }
}
