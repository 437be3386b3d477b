using System.Text.Json;

namespace Managed.Agents;

/// <summary>Compares the properties of an object with those that a schema declares.</summary>
internal sealed class InputMembers(JsonElement value, JsonElement schema, InputPath path)
{
    private readonly JsonElement? _declared = InputSchema.ObjectMember(schema, "properties");
    private readonly JsonElement? _additional = InputSchema.Member(schema, "additionalProperties");

    // Names that match a pattern are declared too. Patterns are not evaluated, so any name may match one.
    private readonly bool _hasPatterns = InputSchema.ObjectMember(schema, "patternProperties") is not null;

    /// <summary>Returns the schema of a property, or null if any value is allowed.</summary>
    public JsonElement? SchemaOf(string name) =>
        Declares(name) ? _declared!.Value.GetProperty(name)
        : !_hasPatterns && _additional is { ValueKind: JsonValueKind.Object } additional ? additional
        : null;

    /// <summary>Returns the missing and the undeclared properties. An undeclared name that resembles a missing one is named with it.</summary>
    public IEnumerable<InputProblem> FindProblems()
    {
        var undeclared = value.EnumerateObject().Select(static member => member.Name).Where(name => !Declares(name)).ToList();
        foreach (var name in InputSchema.Texts(InputSchema.ArrayMember(schema, "required")).Where(name => !value.TryGetProperty(name, out _)))
        {
            var similar = undeclared.Find(other => NameLikeness.Resembles(name, other));
            yield return new InputProblem(path.Property(name), similar is null ? "is required" : $"is required, and {path.Property(similar)} is not declared");
            if (similar is not null)
            {
                undeclared.Remove(similar);
            }
        }

        if (_additional is not { ValueKind: JsonValueKind.False } || _hasPatterns)
        {
            yield break;
        }

        foreach (var name in undeclared)
        {
            var similar = DeclaredNames().FirstOrDefault(declared => NameLikeness.Resembles(declared, name) && !value.TryGetProperty(declared, out _));
            yield return new InputProblem(path.Property(name), similar is null ? "is not declared" : $"is not declared; the similar name \"{similar}\" is");
        }
    }

    private bool Declares(string name) => _declared is { } declared && declared.TryGetProperty(name, out _);

    private IEnumerable<string> DeclaredNames() => _declared is { } declared ? declared.EnumerateObject().Select(static property => property.Name) : [];
}
