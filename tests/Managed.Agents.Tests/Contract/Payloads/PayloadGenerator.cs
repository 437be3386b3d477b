using System.Text.Json.Nodes;
using Managed.Agents.ContractDiff;

namespace Managed.Agents.Tests.Contract;

/// <summary>
/// Creates payloads from the contract alone. The alternatives of a type are: all fields; only the required fields; all fields with the
/// discriminator in the middle and last; all fields and unknown ones; and then, with as few other fields as possible, each nullable field
/// null, each list and map empty, and each alternative of each field. The alternatives of an object type are generated once. Where the
/// type occurs again, all its fields are set.
/// </summary>
internal sealed class PayloadGenerator(Bindings bindings, HashSet<string> taken, bool isRequest = false)
{
    /// <summary>The prefix of the names of unknown fields.</summary>
    public const string ExtraPrefix = "tomorrow_";

    private readonly HashSet<string> _inProgress = new(StringComparer.Ordinal);

    /// <summary>Creates the payload with every field; for a choice, of its first member.</summary>
    public JsonNode? Full(TypeExpression expression, string name) => expression switch
    {
        ScalarExpression scalar => SampleValues.Of(scalar.Name, name, isRequest),
        LiteralExpression literal => literal.Value,
        NullableExpression nullable => Full(nullable.Inner, name),
        ArrayExpression array => new JsonArray([.. Members(array.Item).Select(item => Full(item, name))]),
        MapExpression map => new JsonObject { ["key é"] = Full(map.Value, name), ["other-key"] = Full(map.Value, name) },
        ReferenceExpression { Name: var type } when TypeNamed(type).Kind == "object" => FullObject(TypeNamed(type)),
        ReferenceExpression { Name: var type } when TypeNamed(type).Kind == "enum" => TypeNamed(type).Values[0],
        _ => Full(bindings.MembersOf(expression).Last(), name),
    };

    /// <summary>Creates the payload of an object with every field.</summary>
    public JsonObject FullNamed(string type) => FullObject(TypeNamed(type));

    /// <summary>Creates the payload of an object with its required fields.</summary>
    public JsonObject RequiredOnly(ContractType type) => Build(type, static field => field.IsRequired, Full);

    /// <summary>Creates the full payload and all payloads that differ from it in one place.</summary>
    public IEnumerable<JsonNode?> Alternatives(TypeExpression expression, string name) => expression switch
    {
        ScalarExpression scalar => SampleValues.AllOf(scalar.Name, name, isRequest),
        LiteralExpression literal => [literal.Value],
        NullableExpression nullable => Alternatives(nullable.Inner, name).Append(null),
        ArrayExpression array => Alternatives(array.Item, name).Select(static item => (JsonNode?)new JsonArray(item)).Prepend(Full(array, name)),
        MapExpression map => Alternatives(map.Value, name).Select(static value => (JsonNode?)new JsonObject { ["key"] = value }).Prepend(Full(map, name)),
        ReferenceExpression { Name: var type } when TypeNamed(type).Kind == "object" => ObjectAlternatives(TypeNamed(type)),
        ReferenceExpression { Name: var type } when TypeNamed(type).Kind == "enum" => [.. TypeNamed(type).Values.Append("value_of_tomorrow").Select(static value => (JsonNode?)value)],
        _ => ChoiceAlternatives(expression, name),
    };

    // At every level, only what the contract requires.
    private JsonNode? Small(TypeExpression expression, string name) => expression switch
    {
        ArrayExpression => new JsonArray(),
        MapExpression => new JsonObject(),
        ReferenceExpression { Name: var type } when TypeNamed(type).Kind == "object" => SmallObject(TypeNamed(type)),
        _ when bindings.IsChoice(expression, out _) => Small(bindings.MembersOf(expression).First(), name),
        _ => Full(expression, name),
    };

    private JsonObject SmallObject(ContractType type) => Build(type, static field => field.IsRequired, Small);

    private ContractType TypeNamed(string name) => bindings.Contract.Types[name];

    // A full list has one item of each kind, and each value of an enum.
    private IEnumerable<TypeExpression> Members(TypeExpression item) =>
        bindings.MembersOf(item).SelectMany(member => member is ReferenceExpression { Name: var name } && TypeNamed(name).Kind == "enum"
            ? TypeNamed(name).Values.Select(static value => new LiteralExpression(value))
            : Enumerable.Repeat(member, 1));

    private IEnumerable<JsonNode?> ChoiceAlternatives(TypeExpression choice, string name)
    {
        foreach (var member in bindings.MembersOf(choice))
        {
            foreach (var alternative in Alternatives(member, name))
            {
                yield return alternative;
            }
        }

        if (bindings.IsChoice(choice, out var discriminator) && discriminator is not null)
        {
            yield return new JsonObject { [discriminator] = "kind_of_tomorrow", [$"{ExtraPrefix}field"] = SampleValues.FreeJson() };
        }
    }

    private JsonObject FullObject(ContractType type)
    {
        // A recursive type ends with its required fields.
        var isFirst = _inProgress.Add(type.Name);
        try
        {
            return Build(type, field => isFirst || field.IsRequired, Full);
        }
        finally
        {
            if (isFirst)
            {
                _inProgress.Remove(type.Name);
            }
        }
    }

    private IEnumerable<JsonNode?> ObjectAlternatives(ContractType type)
    {
        yield return FullObject(type);
        if (!taken.Add(type.Name))
        {
            yield break;
        }

        yield return RequiredOnly(type);
        yield return Build(type, static field => field.IsRequired, (expression, name) => type.Field(name)!.IsNullable ? null : Full(expression, name));
        foreach (var field in type.Fields)
        {
            if (field.IsNullable)
            {
                yield return With(type, field, null);
            }

            if (field.Type is ArrayExpression)
            {
                yield return With(type, field, new JsonArray());
            }
            else if (field.Type is MapExpression)
            {
                yield return With(type, field, new JsonObject());
            }
        }

        foreach (var reordered in Reordered(type))
        {
            yield return reordered;
        }

        var extended = FullObject(type);
        extended.Insert(0, $"{ExtraPrefix}first", SampleValues.FreeJson());
        extended.Add($"{ExtraPrefix}null", null);
        extended.Add($"{ExtraPrefix}list", new JsonArray());
        yield return extended;
        foreach (var field in type.Fields)
        {
            foreach (var alternative in Alternatives(field.Type, field.Name).Concat(KnownValues(field)))
            {
                yield return With(type, field, alternative);
            }
        }
    }

    private static IEnumerable<JsonNode?> KnownValues(ContractField field) =>
        field.KnownValues.Count == 0 ? [] : field.KnownValues.Append("value_of_tomorrow").Select(static value => (JsonNode?)value);

    private IEnumerable<JsonObject> Reordered(ContractType type)
    {
        var full = FullObject(type);
        foreach (var discriminator in new[] { "type", "name" }.Where(name => type.LiteralOf(name) is not null && full.Count > 1))
        {
            yield return Move(type, discriminator, (full.Count - 1) / 2);
            yield return Move(type, discriminator, full.Count - 1);
        }
    }

    private JsonObject Move(ContractType type, string name, int position)
    {
        var moved = FullObject(type);
        moved.Remove(name);
        moved.Insert(position, name, type.LiteralOf(name));
        return moved;
    }

    private JsonObject With(ContractType type, ContractField field, JsonNode? value)
    {
        var payload = SmallObject(type);
        payload[field.Name] = value;
        return payload;
    }

    // The discriminator comes first, as the API writes it.
    private static JsonObject Build(ContractType type, Func<ContractField, bool> isThere, Func<TypeExpression, string, JsonNode?> value)
    {
        var payload = new JsonObject();
        foreach (var field in type.Fields.Where(isThere).OrderBy(static field => field.Name == "type" ? 0 : 1))
        {
            payload.Add(field.Name, field.KnownValues.Count > 0 ? field.KnownValues[0] : value(field.Type, field.Name));
        }

        return payload;
    }
}
