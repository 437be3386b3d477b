using System.Globalization;
using System.Text.Json;

namespace Managed.Agents.Emulator;

/// <summary>A value that is defined by its JSON kind alone: a string, number, boolean or any value.</summary>
internal sealed class PrimitiveShape(string expected, params JsonValueKind[] kinds) : ContractShape
{
    public static PrimitiveShape Text { get; } = new("a string", JsonValueKind.String);

    /// <summary>The content of a file, represented by its name while the body is checked.</summary>
    public static PrimitiveShape File { get; } = new("a file", JsonValueKind.String);

    public static PrimitiveShape Number { get; } = new("a number", JsonValueKind.Number);

    public static PrimitiveShape Boolean { get; } = new("a boolean", JsonValueKind.True, JsonValueKind.False);

    public static PrimitiveShape Any { get; } = new(
        "any value", JsonValueKind.String, JsonValueKind.Number, JsonValueKind.True, JsonValueKind.False, JsonValueKind.Null, JsonValueKind.Object, JsonValueKind.Array);

    public override string Expected => expected;

    public override bool Accepts(JsonValueKind kind) => kinds.Contains(kind);

    public override void Check(JsonElement value, ContractPath path)
    {
        if (!Accepts(value.ValueKind))
        {
            throw Mismatch(value, path);
        }
    }
}

internal sealed class IntegerShape : ContractShape
{
    public static IntegerShape Instance { get; } = new();

    public override string Expected => "an integer";

    public override bool Accepts(JsonValueKind kind) => kind is JsonValueKind.Number;

    public override void Check(JsonElement value, ContractPath path)
    {
        if (value.ValueKind is not JsonValueKind.Number || !value.TryGetInt64(out _))
        {
            throw Mismatch(value, path);
        }
    }
}

/// <summary>An RFC 3339 date-time.</summary>
internal sealed class DateTimeShape : ContractShape
{
    public static DateTimeShape Instance { get; } = new();

    public override string Expected => "an RFC 3339 date-time";

    public static bool TryParse(string text, out DateTimeOffset time)
    {
        // DateTimeOffset is more lenient than RFC 3339, which requires the T and an offset.
        time = default;
        return text.Length >= 20 && text[10] is 'T' or 't' && (text[^1] is 'Z' or 'z' || text[^6] is '+' or '-')
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time);
    }

    public override bool Accepts(JsonValueKind kind) => kind is JsonValueKind.String;

    public override void Check(JsonElement value, ContractPath path)
    {
        if (value.ValueKind is not JsonValueKind.String || !TryParse(value.GetString()!, out _))
        {
            throw Mismatch(value, path);
        }
    }
}

internal sealed class LiteralShape(string literal) : ContractShape
{
    public string Literal => literal;

    public override string Expected => $"\"{literal}\"";

    public override bool Accepts(JsonValueKind kind) => kind is JsonValueKind.String;

    public override void Check(JsonElement value, ContractPath path)
    {
        if (value.ValueKind is not JsonValueKind.String || !value.ValueEquals(literal))
        {
            throw Mismatch(value, path);
        }
    }
}

/// <summary>An enumeration of strings. An open one accepts every other string too.</summary>
internal sealed class EnumShape(IReadOnlyList<string> values, bool open) : ContractShape
{
    public IReadOnlyList<string> Values => values;

    public override string Expected => open ? "a string" : $"one of {string.Join(", ", values)}";

    public override bool Accepts(JsonValueKind kind) => kind is JsonValueKind.String;

    public override void Check(JsonElement value, ContractPath path)
    {
        if (value.ValueKind is not JsonValueKind.String || (!open && !values.Contains(value.GetString()!)))
        {
            throw Mismatch(value, path);
        }
    }
}
