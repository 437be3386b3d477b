using System.Text.Json;
using System.Text.Json.Nodes;

namespace Managed.Agents.ContractDiff;

/// <summary>The type of a field in the notation of the contract.</summary>
public abstract record TypeExpression
{
    /// <summary>The expressions inside this one.</summary>
    public virtual IEnumerable<TypeExpression> Parts => [];

    /// <summary>The types that this expression refers to at any depth.</summary>
    public IEnumerable<string> References =>
        this is ReferenceExpression reference ? [reference.Name] : Parts.SelectMany(static part => part.References);

    public static TypeExpression Parse(JsonNode? node) => node switch
    {
        JsonValue value => new ScalarExpression(value.GetValue<string>()),
        JsonObject { Count: > 0 } form => Parse(form),
        _ => throw new JsonException($"'{node?.ToJsonString()}' is not a valid type expression."),
    };

    private static TypeExpression Parse(JsonObject form) =>
        form["ref"] is { } name ? new ReferenceExpression(name.GetValue<string>())
        : form["array"] is { } item ? new ArrayExpression(Parse(item))
        : form["map"] is { } value ? new MapExpression(Parse(value))
        : form["literal"] is { } literal ? new LiteralExpression(literal.GetValue<string>())
        : form["nullable"] is { } inner ? new NullableExpression(Parse(inner))
        : form["anyOf"] is JsonArray members ? new AnyOfExpression([.. members.Select(Parse)], form["discriminator"]?.GetValue<string>())
        {
            OptionalTag = (form["optionalTags"] as JsonArray)?.FirstOrDefault()?.GetValue<string>(),
        }
        : throw new JsonException($"'{form.ToJsonString()}' is not a valid type expression.");
}

/// <summary><c>string</c>, <c>integer</c>, <c>number</c>, <c>boolean</c>, <c>datetime</c>, <c>file</c> or <c>unknown</c>.</summary>
public sealed record ScalarExpression(string Name) : TypeExpression
{
    public override string ToString() => Name;
}

/// <summary>A reference to a type of the contract.</summary>
public sealed record ReferenceExpression(string Name) : TypeExpression
{
    public override string ToString() => Name;
}

public sealed record ArrayExpression(TypeExpression Item) : TypeExpression
{
    public override IEnumerable<TypeExpression> Parts => [Item];

    public override string ToString() => $"[{Item}]";
}

/// <summary>An object with any keys.</summary>
public sealed record MapExpression(TypeExpression Value) : TypeExpression
{
    public override IEnumerable<TypeExpression> Parts => [Value];

    public override string ToString() => $"{{{Value}}}";
}

public sealed record LiteralExpression(string Value) : TypeExpression
{
    public override string ToString() => $"\"{Value}\"";
}

/// <summary>An item or value that may be null.</summary>
public sealed record NullableExpression(TypeExpression Inner) : TypeExpression
{
    public override IEnumerable<TypeExpression> Parts => [Inner];

    public override string ToString() => $"{Inner}?";
}

/// <summary>One of several types: objects are distinguished by the discriminator, others by their JSON kind.</summary>
public sealed record AnyOfExpression(IReadOnlyList<TypeExpression> Members, string? Discriminator) : TypeExpression
{
    /// <summary>The tag of an object without a discriminator.</summary>
    public string? OptionalTag { get; init; }

    public override IEnumerable<TypeExpression> Parts => Members;

    public override string ToString() => $"({string.Join(" | ", Members)})";
}
