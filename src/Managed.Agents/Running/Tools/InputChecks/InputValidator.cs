using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Managed.Agents;

/// <summary>The result of validating a value.</summary>
/// <param name="Value">The value, or its replacement.</param>
/// <param name="IsChanged">Whether the value was replaced.</param>
/// <param name="Problems">The differences from the schema. Empty if the value is valid.</param>
internal sealed record InputValidation(JsonElement Value, bool IsChanged, IReadOnlyList<InputProblem> Problems);

/// <summary>
/// Validates an input against a schema, and replaces values that were sent in another form: an object or array inside a string, and an
/// integer with a fraction of zero. Only the kind of a value, its members and its listed values are checked; other keywords are ignored.
/// </summary>
internal sealed class InputValidator(JsonElement root)
{
    /// <summary>The number of checks after which the rest of an input is accepted, because nested alternatives can multiply.</summary>
    private const int MaxChecks = 50_000;

    /// <summary>The number of schemas that can lead to each other at the same place, for example by references in a circle.</summary>
    private const int MaxHops = 16;

    /// <summary>The depth below which strings are not replaced by their content.</summary>
    private const int MaxReplacementDepth = 64;

    private readonly InputSchema _schema = new(root);
    private int _checks;

    public InputValidation Validate(JsonElement input)
    {
        var result = Validate(input, root, InputPath.Root, hops: 0);
        return result.Problems.Count > 0 || result.Value.ValueKind == JsonValueKind.Object
            ? result
            : result with { Problems = [InputProblem.Mismatch(InputPath.Root, ["an object"])] };
    }

    private static InputValidation Valid(JsonElement value) => new(value, IsChanged: false, []);

    private static InputValidation Invalid(JsonElement value, InputProblem problem) => new(value, IsChanged: false, [problem]);

    // Applies one check after another, each to the value that the previous one left.
    private static InputValidation Then(InputValidation first, Func<JsonElement, InputValidation> next)
    {
        var second = next(first.Value);
        return new InputValidation(second.Value, first.IsChanged || second.IsChanged, [.. first.Problems, .. second.Problems]);
    }

    private InputValidation Validate(JsonElement value, JsonElement schema, InputPath path, int hops)
    {
        if (schema.ValueKind == JsonValueKind.False)
        {
            return Invalid(value, new InputProblem(path, "is not allowed"));
        }

        if (schema.ValueKind != JsonValueKind.Object || hops > MaxHops || ++_checks > MaxChecks || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            return Valid(value);
        }

        var result = InputKinds.Fit(value, schema, path, canReplaceText: path.Depth < MaxReplacementDepth);
        if (result.Problems.Count > 0)
        {
            return result;
        }

        if (_schema.Reference(schema) is { } target)
        {
            result = Then(result, current => Validate(current, target, path, hops + 1));
        }

        foreach (var part in InputSchema.ArrayMember(schema, "allOf"))
        {
            result = Then(result, current => Validate(current, part, path, hops + 1));
        }

        result = Then(result, current => ValidateAny(current, [.. InputSchema.ArrayMember(schema, "anyOf")], path, hops));
        result = Then(result, current => ValidateAny(current, [.. InputSchema.ArrayMember(schema, "oneOf")], path, hops));

        return result.Value.ValueKind switch
        {
            JsonValueKind.Object => Then(result, current => ValidateObject(current, schema, path)),
            JsonValueKind.Array => Then(result, current => ValidateArray(current, schema, path)),
            _ => result,
        };
    }

    // An alternative that accepts the value as it is comes before one that replaces it.
    private InputValidation ValidateAny(JsonElement value, IReadOnlyList<JsonElement> alternatives, InputPath path, int hops)
    {
        var failed = new List<IReadOnlyList<InputProblem>>();
        InputValidation? replaced = null;
        foreach (var alternative in alternatives)
        {
            var result = Validate(value, alternative, path, hops + 1);
            if (result is { Problems.Count: 0, IsChanged: false })
            {
                return result;
            }

            if (result.Problems.Count == 0)
            {
                replaced ??= result;
            }
            else
            {
                failed.Add(result.Problems);
            }
        }

        return replaced ?? (failed.Count == 0 ? Valid(value) : new InputValidation(value, IsChanged: false, InputAlternatives.Explain(failed, path)));
    }

    private InputValidation ValidateObject(JsonElement value, JsonElement schema, InputPath path)
    {
        var members = new InputMembers(value, schema, path);
        var problems = new List<InputProblem>(members.FindProblems());
        var checkedMembers = new List<(string Name, JsonElement Value)>();
        var isChanged = false;
        foreach (var member in value.EnumerateObject())
        {
            var result = members.SchemaOf(member.Name) is { } described ? Validate(member.Value, described, path.Property(member.Name), hops: 0) : Valid(member.Value);
            checkedMembers.Add((member.Name, result.Value));
            problems.AddRange(result.Problems);
            isChanged |= result.IsChanged;
        }

        return new InputValidation(isChanged ? InputJson.Object(checkedMembers) : value, isChanged, problems);
    }

    private InputValidation ValidateArray(JsonElement value, JsonElement schema, InputPath path)
    {
        var results = value.EnumerateArray()
            .Select((item, index) => InputSchema.ItemSchema(schema, index) is { } described ? Validate(item, described, path.Item(index), hops: 0) : Valid(item))
            .ToList();
        var isChanged = results.Exists(static result => result.IsChanged);
        return new InputValidation(
            isChanged ? InputJson.Array([.. results.Select(static result => result.Value)]) : value,
            isChanged,
            [.. results.SelectMany(static result => result.Problems)]);
    }
}
