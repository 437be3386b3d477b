using System.Text.Json.Nodes;

namespace Managed.Agents.ContractDiff;

/// <summary>A field of an object, or a parameter of a query.</summary>
public sealed class ContractField(JsonObject json)
{
    public string Name { get; } = json["name"]!.GetValue<string>();

    public TypeExpression Type { get; } = TypeExpression.Parse(json["type"]);

    /// <summary>Whether the field is always present.</summary>
    public bool IsRequired { get; } = json["required"]?.GetValue<bool>() == true;

    /// <summary>Whether the field may be null.</summary>
    public bool IsNullable { get; } = json["nullable"]?.GetValue<bool>() == true;

    public JsonObject? Constraint { get; } = json["constraint"] as JsonObject;

    /// <summary>The meaning of the field, in the words of the contract.</summary>
    public string Semantics => Constraint?["semantics"]?.GetValue<string>() ?? "";

    /// <summary>The name of the field in a form; null outside of forms.</summary>
    public string? Part { get; } = json["part"]?.GetValue<string>();

    /// <summary>The fields that cannot be combined with this one.</summary>
    public IReadOnlyList<string> ExclusiveWith { get; } =
        json["constraint"]?["exclusiveWith"] is JsonArray others ? [.. others.Select(static other => other!.GetValue<string>())] : [];

    /// <summary>Whether the field is sent but never returned.</summary>
    public bool IsWriteOnly => Constraint?["writeOnly"]?.GetValue<bool>() == true;

    /// <summary>The known values of a string that has no enum type.</summary>
    public IReadOnlyList<string> KnownValues { get; } =
        json["constraint"]?["knownValues"] is JsonArray values ? [.. values.Select(static value => value!.GetValue<string>())] : [];

    /// <summary>Everything except the type, for comparing two contracts.</summary>
    internal string Facts { get; } = FactsOf(json);

    public override string ToString() => Name;

    private static string FactsOf(JsonObject json)
    {
        var facts = json.Where(static entry => entry.Key is not ("name" or "type"))
            .OrderBy(static entry => entry.Key, StringComparer.Ordinal)
            .Select(static entry => $"{entry.Key} {entry.Value?.ToJsonString() ?? "null"}");
        return string.Join(", ", facts);
    }
}
