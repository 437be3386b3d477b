using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Managed.Agents.Emulator;

/// <summary>Converts the contract file to shapes. Types are read when they are first used.</summary>
internal sealed class ContractReader(JsonElement types)
{
    private readonly ConcurrentDictionary<string, ContractShape> _types = new(StringComparer.Ordinal);

    public ContractShape Type(string name) => _types.GetOrAdd(name, ReadType);

    public ContractOperation ReadOperation(JsonElement operation)
    {
        var path = Text(operation, "path")!;
        var stream = Text(operation, "stream");
        var item = stream ?? (operation.TryGetProperty("page", out var page) && page.ValueKind is JsonValueKind.Object ? Text(page, "item") : null);
        return new ContractOperation
        {
            Id = Text(operation, "id")!,
            Method = Text(operation, "method")!,
            Path = path,
            Segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries),
            Query = [.. operation.GetProperty("query").EnumerateArray().Select(ReadField)],
            Betas = ReadBetas(operation),
            DemandsBetas = BetaHeader(operation) is { } header && header.TryGetProperty("demanded", out _),
            Body = Text(operation, "body") is { } body ? Named(body) : null,
            Response = Text(operation, "response") is { } response ? Named(response) : null,
            Item = item is null ? null : Named(item),
            IsNullable = Flag(operation, "responseNullable"),
            IsStream = stream is not null,
            IsMultipart = Flag(operation, "multipart"),
            IsBinary = Flag(operation, "binary"),
        };
    }

    private static string[] ReadBetas(JsonElement operation) =>
        BetaHeader(operation) is { } header && (header.TryGetProperty("demanded", out var values) || header.TryGetProperty("fixed", out values)) ? Texts(values) : [];

    private static JsonElement? BetaHeader(JsonElement operation)
    {
        foreach (var header in operation.GetProperty("headers").EnumerateArray())
        {
            if (Text(header, "name") == "anthropic-beta")
            {
                return header;
            }
        }

        return null;
    }

    private static string? Text(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;

    private static string[] Texts(JsonElement array) => [.. array.EnumerateArray().Select(static item => item.GetString()!)];

    private static bool Flag(JsonElement owner, string name) => owner.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.True;

    private NamedShape Named(string name) => new(name, Type);

    private ContractShape ReadType(string name)
    {
        var type = types.GetProperty(name);
        return Text(type, "kind") switch
        {
            "object" => new ObjectShape([.. type.GetProperty("fields").EnumerateArray().Select(ReadField)], type.TryGetProperty("additional", out _)),
            "enum" => new EnumShape(Texts(type.GetProperty("values")), Flag(type, "open") || Flag(type, "mayGrow")),
            "union" => new UnionShape(
                [.. type.GetProperty("variants").EnumerateArray().Select(ReadShape)],
                Text(type, "discriminator"),
                type.GetProperty("tags").EnumerateObject().ToDictionary(static tag => tag.Name, tag => (ContractShape)Named(tag.Value.GetString()!))),
            var kind => throw new InvalidOperationException($"The type {name} of the contract has the unknown kind {kind}."),
        };
    }

    private ContractField ReadField(JsonElement field) => new(
        Text(field, "name")!,
        ReadShape(field.GetProperty("type")),
        Flag(field, "required"),
        Flag(field, "nullable") || (field.TryGetProperty("constraint", out var limits) && Flag(limits, "nullOnWire")),
        field.TryGetProperty("constraint", out var constraint) ? ReadConstraint(constraint) : ContractConstraint.None)
    {
        Part = Text(field, "part"),
    };

    private ContractShape ReadShape(JsonElement shape)
    {
        if (shape.ValueKind is JsonValueKind.String)
        {
            return shape.GetString() switch
            {
                "string" => PrimitiveShape.Text,
                "file" => PrimitiveShape.File,
                "number" => PrimitiveShape.Number,
                "integer" => IntegerShape.Instance,
                "boolean" => PrimitiveShape.Boolean,
                "datetime" => DateTimeShape.Instance,
                "unknown" => PrimitiveShape.Any,
                var other => throw new InvalidOperationException($"The contract uses the unknown type {other}."),
            };
        }

        var kind = shape.EnumerateObject().First();
        return kind.Name switch
        {
            "ref" => Named(kind.Value.GetString()!),
            "array" => new ArrayShape(ReadShape(kind.Value)),
            "map" => new MapShape(ReadShape(kind.Value)),
            "literal" => new LiteralShape(kind.Value.GetString()!),
            "nullable" => new NullableShape(ReadShape(kind.Value)),
            "anyOf" => new UnionShape([.. kind.Value.EnumerateArray().Select(ReadShape)], Text(shape, "discriminator"), tags: null),
            var other => throw new InvalidOperationException($"The contract uses the unknown type form {other}."),
        };
    }

    private static ContractConstraint ReadConstraint(JsonElement constraint)
    {
        int? Limit(string name) => constraint.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.Number ? value.GetInt32() : null;
        IReadOnlyList<string> List(string name) => constraint.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.Array ? Texts(value) : [];

        return new ContractConstraint
        {
            MinLength = Limit("minLength"),
            MaxLength = Limit("maxLength"),
            MaxBytes = Limit("maxBytes"),
            Pattern = Text(constraint, "pattern") is { } pattern ? new Regex(pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)) : null,
            MinItems = Limit("minItems"),
            MaxItems = Limit("maxItems"),
            UniqueItems = Flag(constraint, "uniqueItems"),
            UniqueBy = Text(constraint, "uniqueBy"),
            Min = Limit("min"),
            Max = Limit("max"),
            MaxPairs = Limit("maxPairs"),
            MinKeyLength = Limit("minKeyLength"),
            MaxKeyLength = Limit("maxKeyLength"),
            MinValueLength = Limit("minValueLength"),
            MaxValueLength = Limit("maxValueLength"),
            CountsDistinct = Text(constraint, "semantics")?.StartsWith("counted without duplicates", StringComparison.Ordinal) == true,
            ExclusiveWith = List("exclusiveWith"),
            Requires = List("requires"),
        };
    }
}
