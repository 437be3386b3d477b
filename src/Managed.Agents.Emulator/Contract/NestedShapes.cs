using System.Text.Json;

namespace Managed.Agents.Emulator;

internal sealed class ArrayShape(ContractShape item) : ContractShape
{
    public ContractShape Item => item;

    public override string Expected => "an array";

    public override bool Accepts(JsonValueKind kind) => kind is JsonValueKind.Array;

    public override void Check(JsonElement value, ContractPath path)
    {
        if (value.ValueKind is not JsonValueKind.Array)
        {
            throw Mismatch(value, path);
        }

        var index = 0;
        foreach (var element in value.EnumerateArray())
        {
            item.Check(element, path.Item(index++));
        }
    }
}

internal sealed class MapShape(ContractShape item) : ContractShape
{
    public override string Expected => "an object";

    public override bool Accepts(JsonValueKind kind) => kind is JsonValueKind.Object;

    public override void Check(JsonElement value, ContractPath path)
    {
        if (value.ValueKind is not JsonValueKind.Object)
        {
            throw Mismatch(value, path);
        }

        foreach (var property in value.EnumerateObject())
        {
            item.Check(property.Value, path.Field(property.Name));
        }
    }
}

internal sealed class NullableShape(ContractShape inner) : ContractShape
{
    public override string Expected => $"{inner.Expected} or null";

    public override bool Accepts(JsonValueKind kind) => kind is JsonValueKind.Null || inner.Accepts(kind);

    public override void Check(JsonElement value, ContractPath path)
    {
        if (value.ValueKind is not JsonValueKind.Null)
        {
            inner.Check(value, path);
        }
    }
}

/// <summary>A reference to a named type. Resolved on first use, because types can be recursive.</summary>
internal sealed class NamedShape(string name, Func<string, ContractShape> resolve) : ContractShape
{
    private ContractShape? _target;

    public ContractShape Target => _target ??= resolve(name);

    public override string Expected => Target.Expected;

    public override bool Accepts(JsonValueKind kind) => Target.Accepts(kind);

    public override void Check(JsonElement value, ContractPath path) => Target.Check(value, path);
}
