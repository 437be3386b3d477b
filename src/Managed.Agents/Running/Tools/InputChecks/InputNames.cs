using System.Text.Json;

namespace Managed.Agents;

/// <summary>
/// Finds names that an approver and a function could read differently: the same property twice, and an undeclared name that differs from a
/// declared one only in case.
/// </summary>
internal sealed class InputNames(JsonElement root)
{
    private readonly InputSchema _schema = new(root);

    /// <summary>Returns the first property that occurs twice, at any depth, or null.</summary>
    public static InputProblem? FindDuplicate(JsonElement value, InputPath path)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            return value.EnumerateArray().Select((item, index) => FindDuplicate(item, path.Item(index))).FirstOrDefault(static found => found is not null);
        }

        if (value.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in value.EnumerateObject())
        {
            if (InputText.NameOf(member) is not { } name)
            {
                return InputText.InvalidName(path);
            }

            var place = path.Property(name);
            if (!seen.Add(name))
            {
                return new InputProblem(place, "occurs more than once");
            }

            if (FindDuplicate(member.Value, place) is { } problem)
            {
                return problem;
            }
        }

        return null;
    }

    /// <summary>Returns the first undeclared name that equals a declared one except for its case, at every depth that the schema describes, or null.</summary>
    public InputProblem? FindConflict(JsonElement value) => FindConflict(value, _schema.InPlace([root]), InputPath.Root);

    private InputProblem? FindConflict(JsonElement value, IReadOnlyList<JsonElement> schemas, InputPath path) => (value.ValueKind, schemas.Count) switch
    {
        (_, 0) => null,
        (JsonValueKind.Object, _) => FindInObject(value, schemas, path),
        (JsonValueKind.Array, _) => value.EnumerateArray().Select((item, index) => FindConflict(item, _schema.ForItem(schemas, index), path.Item(index))).FirstOrDefault(static found => found is not null),
        _ => null,
    };

    private InputProblem? FindInObject(JsonElement value, IReadOnlyList<JsonElement> schemas, InputPath path)
    {
        var declared = InputSchema.DeclaredNames(schemas);
        var byCase = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in declared)
        {
            byCase.TryAdd(name, name);
        }

        foreach (var member in value.EnumerateObject())
        {
            var place = path.Property(member.Name);
            if (!declared.Contains(member.Name) && byCase.TryGetValue(member.Name, out var meant))
            {
                return new InputProblem(place, $"is not declared, and differs from \"{meant}\" only in case");
            }

            if (FindConflict(member.Value, _schema.ForProperty(schemas, member.Name), place) is { } problem)
            {
                return problem;
            }
        }

        return null;
    }
}
