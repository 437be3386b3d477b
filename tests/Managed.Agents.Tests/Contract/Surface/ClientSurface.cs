using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;

using Managed.Agents.Serialization;
namespace Managed.Agents.Tests.Contract;

/// <summary>The public surface of the library, found by reflection. Tests of the comparison can hide members.</summary>
internal sealed class ClientSurface
{
    private static readonly Assembly Library = typeof(ManagedAgentsClient).Assembly;
    private readonly Dictionary<string, Type> _types;
    private readonly ConcurrentDictionary<Type, IReadOnlyList<WireProperty>> _properties = [];
    private readonly Func<MemberInfo, bool> _isHidden;

    public ClientSurface(Func<MemberInfo, bool>? isHidden = null)
    {
        _isHidden = isHidden ?? (static _ => false);
        var exported = Library.GetExportedTypes().Where(type => !_isHidden(type)).ToList();
        _types = exported.Where(static type => !type.IsGenericTypeDefinition && !type.IsNested).ToDictionary(static type => type.Name, StringComparer.Ordinal);
        WireTypes = [.. exported.Where(static type => type != typeof(ApiObject) && (type.IsAssignableTo(typeof(ApiObject)) || ClrTypes.IsOpenEnum(type)))];
        var clients = new List<IReadOnlyList<PropertyInfo>>();
        FindClients([], typeof(ManagedAgentsClient), clients);
        Methods = [.. clients.SelectMany(MethodsOf).Concat(clients.SelectMany(client => ExtensionsOf(client, exported))).Where(method => !_isHidden(method.Method))];
    }

    /// <summary>The surface with nothing hidden.</summary>
    public static ClientSurface Own { get; } = new();

    /// <summary>Every public method of every client that can be reached from <see cref="ManagedAgentsClient"/>, including extension methods.</summary>
    public IReadOnlyList<ClientMethod> Methods { get; }

    /// <summary>Every public type that is serialized: records and open enums.</summary>
    public IReadOnlyList<Type> WireTypes { get; }

    public Type? TypeNamed(string name) => _types.GetValueOrDefault(name);

    /// <summary>Returns the known kinds of a union; empty for other types.</summary>
    public IEnumerable<Type> KindsOf(Type family) =>
        family.IsAbstract ? WireTypes.Where(type => type.BaseType == family && !IsUnknownKind(type) && !IsFamily(type)) : [];

    /// <summary>Returns whether a type is the unknown kind of a union.</summary>
    public static bool IsUnknownKind(Type type) => ConverterOf(type) is { IsGenericType: true } converter
        && converter.GetGenericTypeDefinition() == typeof(UnknownVariantConverter<,>);

    /// <summary>Returns whether a type is a union.</summary>
    public static bool IsFamily(Type type) => ConverterOf(type) is { IsGenericType: true } converter
        && converter.GetGenericTypeDefinition() == typeof(UnionConverter<>);

    /// <summary>Returns the serialized properties of an object. Found by names and attributes, as users see them, not by the serializer metadata.</summary>
    public IReadOnlyList<WireProperty> PropertiesOf(Type type) => _properties.GetOrAdd(
        type,
        ours => [.. ours.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetIndexParameters().Length == 0 && !IsIgnored(property) && !_isHidden(Declared(property)))
            .Select(static property => new WireProperty(Declared(property), NameOf(property)))]);

    public WireProperty? Property(Type type, string wireName) => PropertiesOf(type).FirstOrDefault(property => property.Name == wireName);

    private static Type? ConverterOf(Type type) => type.GetCustomAttribute<JsonConverterAttribute>(inherit: false)?.ConverterType;

    private static string NameOf(PropertyInfo property) =>
        property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name);

    private static bool IsIgnored(PropertyInfo property) =>
        property.GetCustomAttribute<JsonIgnoreAttribute>() is { Condition: JsonIgnoreCondition.Always };

    private static PropertyInfo Declared(PropertyInfo property) =>
        property.DeclaringType!.GetProperty(property.Name, BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)!;

    private static Type TypeOf(IReadOnlyList<PropertyInfo> path) => path.Count == 0 ? typeof(ManagedAgentsClient) : path[^1].PropertyType;

    private static IEnumerable<ClientMethod> MethodsOf(IReadOnlyList<PropertyInfo> path) =>
        TypeOf(path).GetMethods(BindingFlags.Public | BindingFlags.Instance)
            .Where(static method => !method.IsSpecialName && method.GetBaseDefinition().DeclaringType != typeof(object))
            .Select(method => new ClientMethod(path, method));

    private static IEnumerable<ClientMethod> ExtensionsOf(IReadOnlyList<PropertyInfo> path, IEnumerable<Type> types) =>
        types.Where(static type => type is { IsAbstract: true, IsSealed: true })
            .SelectMany(static type => type.GetMethods(BindingFlags.Public | BindingFlags.Static))
            .Where(method => method.IsDefined(typeof(ExtensionAttribute)) && method.GetParameters()[0].ParameterType == TypeOf(path))
            .Select(method => new ClientMethod(path, method));

    private void FindClients(IReadOnlyList<PropertyInfo> path, Type type, List<IReadOnlyList<PropertyInfo>> found)
    {
        found.Add(path);
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.PropertyType is { IsClass: true } child && child.Assembly == Library && !_isHidden(property) && path.All(step => step.PropertyType != child))
            {
                FindClients([.. path, property], child, found);
            }
        }
    }
}
