using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Managed.Agents.ContractDiff;

/// <summary>An operation of the API.</summary>
public sealed partial class ContractOperation
{
    internal ContractOperation(JsonObject json)
    {
        Id = json["id"]!.GetValue<string>();
        Method = json["method"]!.GetValue<string>();
        Path = json["path"]!.GetValue<string>();
        PathParameters = [.. PathParameter().Matches(Path).Select(static match => match.Groups["name"].Value)];
        Query = [.. (json["query"] as JsonArray ?? []).Select(static field => new ContractField((JsonObject)field!))];
        Headers = [.. (json["headers"] as JsonArray ?? []).Select(static header => new ContractHeader((JsonObject)header!))];
        Body = json["body"]?.GetValue<string>();
        Response = json["response"]?.GetValue<string>();
        PageKind = json["page"]?["kind"]?.GetValue<string>();
        PageItem = json["page"]?["item"]?.GetValue<string>();
        Stream = json["stream"]?.GetValue<string>();
        IsBinary = json["binary"]?.GetValue<bool>() == true;
        IsMultipart = json["multipart"]?.GetValue<bool>() == true;
        KeepsFolders = json["multipartFileNames"]?.GetValue<string>() == "relative paths kept";
        IsResponseNullable = json["responseNullable"]?.GetValue<bool>() == true;
        Facts = FactsOf(json);
    }

    public string Id { get; }

    public string Method { get; }

    public string Path { get; }

    public IReadOnlyList<string> PathParameters { get; }

    public IReadOnlyList<ContractField> Query { get; }

    public IReadOnlyList<ContractHeader> Headers { get; }

    public string? Body { get; }

    public string? Response { get; }

    /// <summary>Whether the response is the content of a file.</summary>
    public bool IsBinary { get; }

    /// <summary>Whether the body is a multipart form.</summary>
    public bool IsMultipart { get; }

    /// <summary>Whether file names in the form include their folders.</summary>
    public bool KeepsFolders { get; }

    /// <summary>Whether the response may be null.</summary>
    public bool IsResponseNullable { get; }

    public string? PageKind { get; }

    public string? PageItem { get; }

    public string? Stream { get; }

    /// <summary>The type of the result: of the whole response, of an item of a page, or of an event of a stream.</summary>
    public string? Result => Response ?? PageItem ?? Stream;

    /// <summary>Everything except the query, for comparing two contracts.</summary>
    internal IReadOnlyDictionary<string, string> Facts { get; }

    /// <summary>The types that this operation refers to.</summary>
    public IEnumerable<string> References =>
        new[] { Body, Result }.OfType<string>()
            .Concat(Query.SelectMany(static parameter => parameter.Type.References))
            .Concat(Headers.SelectMany(static header => header.Type?.References ?? []));

    public override string ToString() => Id;

    private static Dictionary<string, string> FactsOf(JsonObject json) =>
        json.Where(static entry => entry.Key is not ("id" or "query"))
            .ToDictionary(static entry => entry.Key, static entry => entry.Value?.ToJsonString() ?? "null", StringComparer.Ordinal);

    [GeneratedRegex(@"\{(?<name>\w+)\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PathParameter();
}

/// <summary>A header of a request.</summary>
public sealed class ContractHeader(JsonObject json)
{
    public string Name { get; } = json["name"]!.GetValue<string>();

    /// <summary>The name of the caller's parameter; null when the caller cannot set the header.</summary>
    public string? Parameter { get; } = json["param"]?.GetValue<string>();

    public TypeExpression? Type { get; } = json["type"] is { } type ? TypeExpression.Parse(type) : null;

    /// <summary>The values that are always sent, after those of the caller.</summary>
    public IReadOnlyList<string> Fixed { get; } = json["fixed"] switch
    {
        JsonArray values => [.. values.Select(static value => value!.GetValue<string>())],
        JsonValue value => [value.GetValue<string>()],
        _ => [],
    };
}
