using System.Text;
using System.Text.Json.Nodes;
using Managed.Agents.ContractDiff;

namespace Managed.Agents.Tests.Contract;

/// <summary>Compares a received request with its operation in the contract, except for the body.</summary>
internal sealed class RequestChecker(ContractFile contract, ContractMap map, Findings findings)
{
    /// <summary>The API key of the tests.</summary>
    public const string ApiKey = "key-of-the-test";

    // Headers that the transport adds. The API ignores them.
    private static readonly string[] TransportHeaders = ["host", "connection", "content-length", "transfer-encoding", "accept-encoding"];

    // The characters other than unreserved ones that RFC 3986 allows in a segment.
    private const string LeftInSegments = "!$&'()*+,;=:@";

    public void Check(OperationBinding binding, OperationCaller call, IReadOnlyList<(string Name, string Value)> query, RecordedRequest request)
    {
        var operation = binding.Operation;
        Compare($"{operation.Id} method", operation.Method, request.Method);
        var path = operation.PathParameters.Aggregate(operation.Path, (text, name) => text.Replace($"{{{name}}}", EscapeSegment(call.Ids[name]), StringComparison.Ordinal));
        Compare($"{operation.Id} path", path, request.Path);
        CompareQuery(operation, query, request);
        CompareHeaders(operation, call, query, request);
        if (operation.Body is null && request.Content.Length > 0)
        {
            findings.Add($"{operation.Id} body", $"sends {request.Body} where the contract has no body");
        }
    }

    /// <summary>Returns the pairs of a value in a query: one, or one for each item.</summary>
    public static IEnumerable<(string Name, string Value)> Pairs(string name, JsonNode? value) => value switch
    {
        JsonArray items => items.SelectMany(item => Pairs($"{name}[]", item)),
        _ => [(name, value!.ToString())],
    };

    private static string EscapeSegment(string id) =>
        string.Concat(id.EnumerateRunes().Select(static rune =>
            rune.IsAscii && (char.IsAsciiLetterOrDigit((char)rune.Value) || "-._~".Contains((char)rune.Value, StringComparison.Ordinal) || LeftInSegments.Contains((char)rune.Value, StringComparison.Ordinal))
                ? rune.ToString()
                : string.Concat(Encoding.UTF8.GetBytes(rune.ToString()).Select(static unit => $"%{unit:X2}"))));

    // The order of parameters does not matter; the order of the values of one parameter does.
    private static string Sorted(IEnumerable<string> pairs) => string.Join('&', pairs.OrderBy(static pair => pair.Split('=')[0], StringComparer.Ordinal));

    private void CompareQuery(ContractOperation operation, IReadOnlyList<(string Name, string Value)> query, RecordedRequest request)
    {
        var expected = query.Select(static pair => $"{Uri.EscapeDataString(pair.Name)}={Uri.EscapeDataString(pair.Value)}");
        var actual = request.QueryText.Split('&', StringSplitOptions.RemoveEmptyEntries);
        Compare($"{operation.Id} query{string.Concat(query.Select(static pair => $" {pair.Name}").Distinct(StringComparer.Ordinal))}", Sorted(expected), Sorted(actual));
    }

    private void CompareHeaders(ContractOperation operation, OperationCaller call, IReadOnlyList<(string Name, string Value)> query, RecordedRequest request)
    {
        var expected = new Dictionary<string, string>(StringComparer.Ordinal);
        var client = contract.Json["client"]!;
        foreach (var (name, value) in (JsonObject)client["headers"]!["always"]!)
        {
            expected[name] = value!.ToString();
        }

        expected[client["auth"]!["header"]!.ToString().ToLowerInvariant()] = $"{client["auth"]!["scheme"]} {ApiKey}";
        if (operation.IsMultipart)
        {
            // The sender chooses the boundary. Reading the form checks it.
            var type = request.Headers.GetValueOrDefault("content-type", "");
            expected["content-type"] = type.StartsWith("multipart/form-data; boundary=", StringComparison.Ordinal) ? type : "multipart/form-data; boundary=…";
        }
        else if (operation.Body is not null)
        {
            foreach (var (name, value) in (JsonObject)client["headers"]!["withJsonBody"]!)
            {
                expected[name] = value!.ToString();
            }
        }

        foreach (var header in operation.Headers)
        {
            var values = FromCaller(header, call).Concat(header.Fixed).Concat(FromQuery(operation, header, query)).Distinct(StringComparer.Ordinal).ToList();
            if (values.Count > 0)
            {
                expected[header.Name.ToLowerInvariant()] = string.Join(',', values);
            }
        }

        foreach (var (name, value) in request.Headers.Where(header => !expected.ContainsKey(header.Key) && !TransportHeaders.Contains(header.Key, StringComparer.Ordinal)))
        {
            findings.Add($"{operation.Id} {name}", $"sends '{value}', but the contract has no such header");
        }

        foreach (var (name, value) in expected)
        {
            // User-Agent is the only header that must differ from the reference client.
            var isOurs = name == "user-agent" && request.Headers.GetValueOrDefault(name)?.StartsWith("Managed.Agents/", StringComparison.Ordinal) == true;
            if (!isOurs)
            {
                Compare($"{operation.Id} {name}", value, request.Headers.GetValueOrDefault(name, "(not sent)"));
            }
        }
    }

    private IEnumerable<string> FromCaller(ContractHeader header, OperationCaller call)
    {
        if (call.Headers.TryGetValue(header.Name, out var own))
        {
            return [own];
        }

        var value = call.Options is null || !map.Headers.TryGetValue(header.Name, out var property) ? null : typeof(CallOptions).GetProperty(property)?.GetValue(call.Options);
        return value switch
        {
            null => [],
            IEnumerable<string> values => values,
            _ => [value.ToString()!],
        };
    }

    private IEnumerable<string> FromQuery(ContractOperation operation, ContractHeader header, IReadOnlyList<(string Name, string Value)> query) =>
        header.Name != "anthropic-beta" ? [] : query.Select(pair => map.BetaForQuery.GetValueOrDefault($"{operation.Id}?{pair.Name}")?.Value).OfType<string>();

    private void Compare(string subject, string expected, string actual)
    {
        if (expected != actual)
        {
            findings.Add(subject, "request", $"sends '{actual}' where the contract has '{expected}'");
        }
    }
}
