using System.Text.Json.Nodes;

namespace Managed.Agents.Tests.Contract;

/// <summary>Values of the contract's plain types. The names of their fields are in them, so that a mix-up shows.</summary>
internal static class SampleValues
{
    public static JsonNode Of(string scalar, string name, bool isRequest) => AllOf(scalar, name, isRequest).First()!;

    public static IEnumerable<JsonNode?> AllOf(string scalar, string name, bool isRequest) => scalar switch
    {
        "string" => [$"{name} é ☂ \"quoted\" \\ <&> \n\u0001"],
        "integer" => name.EndsWith("tokens", StringComparison.Ordinal) ? [5_000_000_000, 0] : [7, 0],
        "number" => [JsonNode.Parse("12.25"), JsonNode.Parse("0")],
        "boolean" => [true, false],

        // An instant has many spellings, of which the client sends that in universal time.
        "datetime" when isRequest => ["2026-10-01T12:30:00.123456Z"],
        "datetime" => ["2026-10-01T12:30:00.123456Z", "2026-10-01T14:30:00+02:00"],
        "unknown" => [FreeJson(), "text", JsonNode.Parse("1.50"), false],
        _ => throw new NotSupportedException($"There is no sample of '{scalar}'."),
    };

    /// <summary>JSON in which every kind of value occurs, with numbers that must not be rewritten.</summary>
    public static JsonNode FreeJson() =>
        JsonNode.Parse("""{"text":"é","number":1.50,"big":12345678901234567890,"yes":true,"null":null,"list":[1,null,{"a":[]}],"empty":{},"type":"inner"}""")!;
}
