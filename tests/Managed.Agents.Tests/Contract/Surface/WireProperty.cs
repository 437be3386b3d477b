using System.Reflection;

namespace Managed.Agents.Tests.Contract;

/// <summary>A property that is serialized.</summary>
internal sealed class WireProperty(PropertyInfo property, string name)
{
    public PropertyInfo Property => property;

    /// <summary>The name on the wire.</summary>
    public string Name => name;

    public Type Type => property.PropertyType;

    /// <summary>The name with the declaring type, for messages.</summary>
    public string Key { get; } = $"{property.DeclaringType!.Name}.{property.Name}";

    /// <summary>Whether the property distinguishes an omitted field from null or empty.</summary>
    public bool IsOptional => ClrTypes.IsOptional(Type);

    public bool IsCollection => ClrTypes.ItemOf(Type) is not null || ClrTypes.ValueOf(Type) is not null;

    /// <summary>Whether the property is nullable.</summary>
    public bool IsNullable { get; } = new NullabilityInfoContext().Create(property).ReadState == NullabilityState.Nullable;
}
