using System.Text.Json;

namespace Managed.Agents.Emulator;

internal sealed record ContractField(string Name, ContractShape Shape, bool Required, bool Nullable, ContractConstraint Constraint)
{
    /// <summary>The name of the multipart part that carries the field, or null when the body is not multipart.</summary>
    public string? Part { get; init; }
}

/// <summary>An object with the listed fields only, unless it is open.</summary>
internal sealed class ObjectShape(IReadOnlyList<ContractField> fields, bool open) : ContractShape
{
    private readonly Dictionary<string, ContractField> _fields = fields.ToDictionary(static field => field.Name);

    public IReadOnlyList<ContractField> Fields => fields;

    public override string Expected => "an object";

    public override bool Accepts(JsonValueKind kind) => kind is JsonValueKind.Object;

    /// <summary>Returns the discriminator value of this type, or null if the field is not a literal.</summary>
    public string? Tag(string discriminator) => (_fields.GetValueOrDefault(discriminator)?.Shape as LiteralShape)?.Literal;

    public override void Check(JsonElement value, ContractPath path)
    {
        if (value.ValueKind is not JsonValueKind.Object)
        {
            throw Mismatch(value, path);
        }

        foreach (var property in value.EnumerateObject())
        {
            if (_fields.TryGetValue(property.Name, out var field))
            {
                CheckField(field, property.Value, value, path.Field(property.Name));
            }
            else if (!open && !path.Tolerant)
            {
                throw ApiError.InvalidRequest($"{path.Field(property.Name)}: unknown field. Known fields here: {string.Join(", ", _fields.Keys)}.");
            }
        }

        foreach (var field in fields)
        {
            if (field.Required && !value.TryGetProperty(field.Name, out _))
            {
                throw ApiError.InvalidRequest($"{path.Field(field.Name)}: field required.");
            }
        }
    }

    private static void CheckField(ContractField field, JsonElement value, JsonElement owner, ContractPath path)
    {
        if (value.ValueKind is JsonValueKind.Null)
        {
            if (!field.Nullable)
            {
                throw ApiError.InvalidRequest($"{path}: must not be null; expected {field.Shape.Expected}.");
            }

            return;
        }

        field.Shape.Check(value, path);
        field.Constraint.Check(value, owner, path);
    }
}
