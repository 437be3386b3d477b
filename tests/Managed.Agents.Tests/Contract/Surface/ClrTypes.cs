using Managed.Agents.Serialization;

namespace Managed.Agents.Tests.Contract;

/// <summary>What the judge knows about types of C#.</summary>
internal static class ClrTypes
{
    public static bool IsOptional(Type type) => Is(type, typeof(Optional<>)) || Is(type, typeof(OptionalList<>));

    /// <summary>The type without the wrappers for "may be null" and "may be left out".</summary>
    public static Type Unwrap(Type type) =>
        Nullable.GetUnderlyingType(type) ?? (Is(type, typeof(Optional<>)) ? Unwrap(type.GetGenericArguments()[0]) : type);

    /// <summary>The type of a list's items; null for what is no list.</summary>
    public static Type? ItemOf(Type type) =>
        Is(type, typeof(IReadOnlyList<>)) || Is(type, typeof(OptionalList<>)) ? type.GetGenericArguments()[0] : null;

    /// <summary>The type of a map's values; null for what is no map.</summary>
    public static Type? ValueOf(Type type) =>
        type.GetInterfaces().Append(type).FirstOrDefault(static one => Is(one, typeof(IReadOnlyDictionary<,>)))?.GetGenericArguments()[1];

    public static bool IsOpenEnum(Type type) =>
        type.IsValueType && type.GetInterfaces().Any(static contract => Is(contract, typeof(IOpenEnum<>)));

    /// <summary>Makes a value from text: an open enum, or a secret.</summary>
    public static object Make(Type type, string value) => Activator.CreateInstance(type, value)!;

    private static bool Is(Type type, Type generic) => type.IsGenericType && type.GetGenericTypeDefinition() == generic;
}
