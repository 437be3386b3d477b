using System.Text.Json.Nodes;

namespace Managed.Agents.Tests.Contract;

/// <summary>Values of the scalar types of the contract. Each contains the name of its field, so that a swapped value is detected.</summary>
internal static class SampleValues
{
    public static JsonNode Of(string scalar, string name, bool isRequest) => AllOf(scalar, name, isRequest).First()!;

    public static IEnumerable<JsonNode?> AllOf(string scalar, string name, bool isRequest) => scalar switch
    {
        "string" => [$"{name} é ☂ \"quoted\" \\ <&> \n\u0001"],
        "integer" => name.EndsWith("tokens", StringComparison.Ordinal) ? [5_000_000_000, 0] : [7, 0],
        "number" => [JsonNode.Parse("12.25"), JsonNode.Parse("0")],
        "boolean" => [true, false],

        // The same instant can be written in several ways. The client sends UTC.
        "datetime" when isRequest => ["2026-10-01T12:30:00.123456Z"],
        "datetime" => ["2026-10-01T12:30:00.123456Z", "2026-10-01T14:30:00+02:00"],
        "unknown" => [FreeJson(), "text", JsonNode.Parse("1.50"), false],
        _ => throw new NotSupportedException($"The scalar type '{scalar}' is not supported."),
    };

    /// <summary>Returns JSON with every kind of value, and with numbers that must not be rewritten.</summary>
    public static JsonNode FreeJson() =>
        JsonNode.Parse("""{"text":"é","number":1.50,"big":12345678901234567890,"yes":true,"null":null,"list":[1,null,{"a":[]}],"empty":{},"type":"inner"}""")!;
}
