using System.Reflection;
using System.Runtime.CompilerServices;
using Managed.Agents.Serialization;

namespace Managed.Agents.Tests.Conventions;

/// <summary>The public types of the packages, by role.</summary>
internal static class Surface
{
    /// <summary>Every public type of every package, including nested types.</summary>
    public static IReadOnlyList<Type> Types { get; } =
        [.. Repository.Packages.SelectMany(static package => Assembly.Load(package).GetExportedTypes()).OrderBy(static type => type.FullName, StringComparer.Ordinal)];

    /// <summary>The concrete records that are sent to or received from the API.</summary>
    public static IReadOnlyList<Type> Models { get; } = [.. Types.Where(static type => !type.IsAbstract && type.IsAssignableTo(typeof(ApiObject)))];

    /// <summary>The base types of the unions.</summary>
    public static IReadOnlyList<Type> Unions { get; } = [.. Types.Where(static type => Implements(type, typeof(IApiUnion<>), type))];

    /// <summary>The open enums: strings with known values.</summary>
    public static IReadOnlyList<Type> OpenEnums { get; } = [.. Types.Where(static type => Implements(type, typeof(IOpenEnum<>), type))];

    /// <summary>The classes that call the API.</summary>
    public static IReadOnlyList<Type> Clients { get; } =
        [.. Types.Where(static type => type is { IsClass: true, IsNested: false } && type.Name.EndsWith("Client", StringComparison.Ordinal))];

    /// <summary>The public members, and the protected members of classes that are not sealed.</summary>
    public static IEnumerable<MemberInfo> Members(Type type) =>
        type.GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(member => IsVisible(member, type));

    public static IEnumerable<PropertyInfo> Properties(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(static property => property.GetIndexParameters().Length == 0);

    /// <summary>The variants of a union and their wire names.</summary>
    public static IReadOnlyList<(string Name, Type Type)> Variants(Type union) =>
        (IReadOnlyList<(string, Type)>)typeof(Surface).GetMethod(nameof(VariantsOf), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(union).Invoke(null, null)!;

    /// <summary>The name of a type as C# writes it.</summary>
    public static string NameOf(Type type)
    {
        var name = type.IsGenericType
            ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(NameOf))}>"
            : type.Name;
        return type is { IsNested: true, IsGenericParameter: false } ? $"{NameOf(type.DeclaringType!)}.{name}" : name;
    }

    private static (string Name, Type Type)[] VariantsOf<T>()
        where T : ApiObject, IApiUnion<T>
    {
        var all = typeof(UnionVariants<T>).GetProperty("All", BindingFlags.NonPublic | BindingFlags.Instance)!;
        return [.. (IEnumerable<(string, Type)>)all.GetValue(T.Variants)!];
    }

    private static bool IsVisible(MemberInfo member, Type type) => member switch
    {
        MethodBase method => IsVisible(method, type),
        PropertyInfo property => property.GetAccessors(nonPublic: true).Any(accessor => IsVisible(accessor, type)),
        FieldInfo field => field.IsPublic || (!type.IsSealed && (field.IsFamily || field.IsFamilyOrAssembly)),
        EventInfo raised => IsVisible(raised.AddMethod!, type),
        Type nested => nested.IsNestedPublic,
        _ => false,
    };

    private static bool IsVisible(MethodBase method, Type type) =>
        (method.IsPublic || (!type.IsSealed && (method.IsFamily || method.IsFamilyOrAssembly)))
        && (!method.IsDefined(typeof(CompilerGeneratedAttribute)) || method.IsSpecialName);

    private static bool Implements(Type type, Type definition, Type argument) =>
        type.GetInterfaces().Any(one => one.IsGenericType && one.GetGenericTypeDefinition() == definition && one.GenericTypeArguments[0] == argument);
}
