using System.Collections;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Managed.Agents.Tests.Conventions;

/// <summary>Creates values of any type of the packages by reflection.</summary>
internal static class Sample
{
    /// <summary>The value of every secret in a sample.</summary>
    public const string Secret = "planted-secret-value";

    /// <summary>Creates an object with only the required properties, using the constructor with the fewest parameters.</summary>
    public static object Fresh(Type type) => Construct(type, depth: 0);

    /// <summary>Creates an object with every property set.</summary>
    public static object Full(Type type) => Fill(Fresh(type), depth: 0);

    /// <summary>Creates a value of a property's type.</summary>
    public static object? Of(Type type) => Of(type, depth: 0);

    /// <summary>Reads an object from JSON that has only the required fields.</summary>
    /// <param name="type">The type.</param>
    /// <param name="withNulls">Whether the other fields are null instead of absent.</param>
    public static object Read(Type type, bool withNulls)
    {
        var info = ManagedAgentsJson.Options.GetTypeInfo(type);
        var json = new JsonObject();
        foreach (var property in info.Properties.Where(static property => !property.IsExtensionData && (property.Name != "type" || property.IsRequired)))
        {
            if (property.IsRequired)
            {
                json[property.Name] = property.PropertyType == typeof(SecretString)
                    ? Secret
                    : JsonSerializer.SerializeToNode(Of(property.PropertyType), ManagedAgentsJson.Options.GetTypeInfo(property.PropertyType));
            }
            else if (withNulls && !property.PropertyType.IsValueType)
            {
                json[property.Name] = null;
            }
        }

        return JsonSerializer.Deserialize(json, info)!;
    }

    public static bool IsCollection(Type type) => type != typeof(string) && type.IsAssignableTo(typeof(IEnumerable));

    private static object Fill(object target, int depth)
    {
        foreach (var property in Surface.Properties(target.GetType()).Where(static property => property.SetMethod is not null && property.Name != nameof(ApiObject.AdditionalFields)))
        {
            property.SetValue(target, Of(property.PropertyType, depth + 1));
        }

        return target;
    }

    private static object? Of(Type type, int depth)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type switch
        {
            _ when type == typeof(string) => "text",
            _ when type == typeof(SecretString) => new SecretString(Secret),
            _ when type == typeof(bool) => true,
            _ when type == typeof(Uri) => new Uri("https://example.com/"),
            _ when type == typeof(DateTimeOffset) => new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
            _ when type == typeof(TimeSpan) => TimeSpan.FromSeconds(7),
            _ when type == typeof(Metadata) => new Metadata { ["key"] = "text" },
            _ when type == typeof(MetadataUpdate) => new MetadataUpdate { ["key"] = "text" },
            _ when type == typeof(JsonElement) => JsonElement.Parse("""{"field": 1}"""),
            _ when type.IsPrimitive || type == typeof(decimal) => Convert.ChangeType(7, type, null),
            _ when type.IsEnum => Enum.GetValues(type).GetValue(0),
            _ when type.IsAssignableTo(typeof(Delegate)) => null,
            { IsGenericType: true } => OfGeneric(type, depth),
            _ when type.IsAssignableTo(typeof(ApiObject)) => depth > 4 ? null : Fill(Construct(Concrete(type), depth), depth),
            { IsValueType: true } => Activator.CreateInstance(type, "text"),
            _ => throw new NotSupportedException($"Sample cannot create a {type}."),
        };
    }

    private static object? OfGeneric(Type type, int depth)
    {
        var definition = type.GetGenericTypeDefinition();
        var item = type.GenericTypeArguments[^1];
        if (definition == typeof(Optional<>))
        {
            return Activator.CreateInstance(type, Of(item, depth));
        }

        if (definition == typeof(IReadOnlyDictionary<,>))
        {
            var map = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(type.GenericTypeArguments))!;
            map["key"] = Of(item, depth);
            return map;
        }

        var value = Of(item, depth);
        var items = Array.CreateInstance(item, value is null ? 0 : 1);
        if (value is not null)
        {
            items.SetValue(value, 0);
        }

        return definition == typeof(OptionalList<>)
            ? type.GetMethod("op_Implicit", [items.GetType()])!.Invoke(null, [items])
            : items;
    }

    private static object Construct(Type type, int depth)
    {
        var constructor = type.GetConstructors().MinBy(static constructor => constructor.GetParameters().Length)
            ?? throw new NotSupportedException($"{type} has no public constructor, so tests of user code cannot create one.");
        var target = constructor.Invoke([.. constructor.GetParameters().Select(parameter => Of(parameter.ParameterType, depth + 1))]);
        foreach (var property in Surface.Properties(type).Where(static property => property.IsDefined(typeof(RequiredMemberAttribute), inherit: true)))
        {
            property.SetValue(target, Of(property.PropertyType, depth + 1));
        }

        return target;
    }

    /// <summary>The type itself, or the first known variant of a union.</summary>
    private static Type Concrete(Type type) => type.IsAbstract ? Surface.Variants(type)[0].Type : type;
}
