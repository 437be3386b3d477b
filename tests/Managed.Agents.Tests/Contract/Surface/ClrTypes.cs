using Managed.Agents.Serialization;

namespace Managed.Agents.Tests.Contract;

/// <summary>Helpers for CLR types.</summary>
internal static class ClrTypes
{
    public static bool IsOptional(Type type) => Is(type, typeof(Optional<>)) || Is(type, typeof(OptionalList<>));

    /// <summary>Returns the type without <see cref="Nullable{T}"/> and <see cref="Optional{T}"/>.</summary>
    public static Type Unwrap(Type type) =>
        Nullable.GetUnderlyingType(type) ?? (Is(type, typeof(Optional<>)) ? Unwrap(type.GetGenericArguments()[0]) : type);

    /// <summary>Returns the item type of a list; null for other types.</summary>
    public static Type? ItemOf(Type type) =>
        Is(type, typeof(IReadOnlyList<>)) || Is(type, typeof(OptionalList<>)) ? type.GetGenericArguments()[0] : null;

    /// <summary>Returns the value type of a map; null for other types.</summary>
    public static Type? ValueOf(Type type) =>
        type.GetInterfaces().Append(type).FirstOrDefault(static one => Is(one, typeof(IReadOnlyDictionary<,>)))?.GetGenericArguments()[1];

    public static bool IsOpenEnum(Type type) =>
        type.IsValueType && type.GetInterfaces().Any(static contract => Is(contract, typeof(IOpenEnum<>)));

    /// <summary>Creates a value from text: an open enum or a secret.</summary>
    public static object Make(Type type, string value) => Activator.CreateInstance(type, value)!;

    private static bool Is(Type type, Type generic) => type.IsGenericType && type.GetGenericTypeDefinition() == generic;
}
