using System.Reflection;

namespace Managed.Agents.Tests.Contract;

/// <summary>A property of ours that travels.</summary>
internal sealed class WireProperty(PropertyInfo property, string name)
{
    public PropertyInfo Property => property;

    /// <summary>The name on the wire.</summary>
    public string Name => name;

    public Type Type => property.PropertyType;

    /// <summary>The name for people, by the type that declares it.</summary>
    public string Key { get; } = $"{property.DeclaringType!.Name}.{property.Name}";

    /// <summary>Whether it tells "left out" from null or empty.</summary>
    public bool IsOptional => ClrTypes.IsOptional(Type);

    public bool IsCollection => ClrTypes.ItemOf(Type) is not null || ClrTypes.ValueOf(Type) is not null;

    /// <summary>Whether its type says that it may be null.</summary>
    public bool IsNullable { get; } = new NullabilityInfoContext().Create(property).ReadState == NullabilityState.Nullable;
}
