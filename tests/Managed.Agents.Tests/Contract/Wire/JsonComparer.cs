using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Managed.Agents.ContractDiff;

namespace Managed.Agents.Tests.Contract;

/// <summary>
/// Compares expected and actual JSON along the contract, so that a difference names the field. README.md has the rule, which is implemented
/// only here.
/// </summary>
internal sealed class JsonComparer(Bindings bindings, Coverage coverage, Findings findings, bool isRequest)
{
    private static readonly Missing NotThere = new();
    private readonly CoverageMarker _marker = new(bindings, coverage);

    /// <summary>The secrets of the responses that were compared.</summary>
    public List<string> Secrets { get; } = [];

    /// <summary>Compares a payload of a type of the contract at a place of a client type.</summary>
    public void Compare(string place, TypeExpression expression, Type type, JsonNode? expected, JsonNode? actual)
    {
        type = ClrTypes.Unwrap(type);
        if (bindings.ShortFormAt(expression, type) is { } shortForm)
        {
            _marker.MarkShortForm(place, expression, expected);
            expected = Expand(shortForm, expected);
            actual = Expand(shortForm, actual);
        }

        switch (expression)
        {
            case NullableExpression nullable when expected is not null && actual is not null:
                Compare(place, nullable.Inner, type, expected, actual);
                break;
            case ArrayExpression array when expected is JsonArray before && actual is JsonArray after && before.Count == after.Count:
                for (var i = 0; i < before.Count; i++)
                {
                    Compare(place, array.Item, ClrTypes.ItemOf(type) ?? type, before[i], after[i]);
                }

                break;
            case MapExpression map when expected is JsonObject before && actual is JsonObject after && HaveSameKeys(before, after):
                foreach (var (key, value) in before)
                {
                    Compare(place, map.Value, ClrTypes.ValueOf(type) ?? type, value, after[key]);
                }

                break;
            case ScalarExpression { Name: "datetime" } when !isRequest && AreSameInstant(expected, actual):
                break;
            case ReferenceExpression or AnyOfExpression when expected is JsonObject before && actual is JsonObject after:
                CompareObject(place, expression, type, before, after);
                break;
            default:
                CompareExactly(place, expression, expected, actual);
                break;
        }
    }

    private static JsonNode? Expand(ShortForm form, JsonNode? node) =>
        node is JsonValue text && text.GetValueKind() == JsonValueKind.String ? JsonText.Normalize(form.Expand(text.GetValue<string>())) : node;

    private static bool HaveSameKeys(JsonObject left, JsonObject right) => left.Count == right.Count && left.All(entry => right.ContainsKey(entry.Key));

    private static bool AreSameInstant(JsonNode? left, JsonNode? right) =>
        left is JsonValue a && right is JsonValue b
        && DateTimeOffset.TryParse(a.ToString(), CultureInfo.InvariantCulture, out var before)
        && DateTimeOffset.TryParse(b.ToString(), CultureInfo.InvariantCulture, out var after)
        && before.UtcTicks == after.UtcTicks;

    private void CompareObject(string place, TypeExpression expression, Type type, JsonObject expected, JsonObject actual)
    {
        if (bindings.TypeOf(expression, expected) is not { } contract)
        {
            // An unknown kind.
            CompareExactly(place, expression, expected, actual);
            return;
        }

        if (bindings.IsChoice(expression, out _))
        {
            _marker.MarkVariants(place, expression, contract);
        }

        _marker.MarkType(contract);
        var ours = bindings.ConcreteOf(contract.Name, type);
        if (ours == typeof(JsonElement))
        {
            _marker.MarkFields(contract, expected);
            CompareExactly(place, expression, expected, actual);
            return;
        }

        foreach (var name in expected.Select(static entry => entry.Key).Union(actual.Select(static entry => entry.Key)))
        {
            object? before = expected.TryGetPropertyValue(name, out var was) ? was : NotThere;
            object? after = actual.TryGetPropertyValue(name, out var now) ? now : NotThere;
            if (contract.Field(name) is { } field && ours is not null)
            {
                CompareField(contract, field, bindings.Surface.Property(ours, name), before, after);
            }
            else if (before == NotThere || after == NotThere || !JsonText.AreEqual(was, now))
            {
                Differ($"{contract.Name}.{name}", before, after);
            }
        }
    }

    private void CompareField(ContractType contract, ContractField field, WireProperty? property, object? expected, object? actual)
    {
        var place = $"{contract.Name}.{field.Name}";
        if (!isRequest && property?.Type == typeof(SecretString))
        {
            CompareSecret(place, field, expected, actual);
            return;
        }

        var isSaid = expected != NotThere && actual != NotThere;
        if (isSaid)
        {
            _marker.MarkField(place, field, (JsonNode?)expected);
        }

        // An optional property is compared exactly.
        if (property is not { IsOptional: true } && !(isRequest && field.IsRequired))
        {
            expected = WithoutEmpty(field, expected);
            actual = isRequest ? actual : WithoutEmpty(field, actual);
        }

        if (!isSaid && bindings.Map.AbsentValues.TryGetValue(place, out var absent))
        {
            expected = Without(absent, expected);
            actual = Without(absent, actual);
        }

        if (expected == NotThere || actual == NotThere)
        {
            if (expected != actual)
            {
                Differ(place, expected, actual);
            }

            return;
        }

        Compare(place, field.Type, property?.Type ?? typeof(string), (JsonNode?)expected, (JsonNode?)actual);
    }

    // A secret is read, which the caller checks, but never written.
    private void CompareSecret(string place, ContractField field, object? expected, object? actual)
    {
        if (expected is JsonValue secret)
        {
            Secrets.Add(secret.ToString());
            _marker.MarkField(place, field, secret);
        }

        if (actual != NotThere)
        {
            Differ(place, NotThere, actual);
        }
    }

    // Null, an empty list or map, and an absent field mean the same.
    private static object? WithoutEmpty(ContractField field, object? value) =>
        value is null or JsonArray { Count: 0 } || (value is JsonObject { Count: 0 } && field.Type is MapExpression) ? NotThere : value;

    private static object? Without(AbsentValue absent, object? value) =>
        value is JsonValue said && said.ToJsonString() == absent.Value.GetRawText() ? NotThere : value;

    private void CompareExactly(string place, TypeExpression expression, JsonNode? expected, JsonNode? actual)
    {
        if (!JsonText.AreEqual(expected, actual))
        {
            Differ(place, expected, actual);
        }
        else
        {
            _marker.MarkValue(expression, expected);
        }
    }

    private void Differ(string place, object? expected, object? actual) =>
        findings.Add(place, isRequest ? "request" : "response", expected == NotThere ? $"{Verb} {JsonText.Show((JsonNode?)actual)} where nothing is expected"
            : actual == NotThere ? $"{JsonText.Show((JsonNode?)expected)} is lost"
            : $"{JsonText.Show((JsonNode?)expected)} became {JsonText.Show((JsonNode?)actual)}");

    private string Verb => isRequest ? "sends" : "writes";

    /// <summary>Represents an absent field, as opposed to null.</summary>
    private sealed class Missing;
}
