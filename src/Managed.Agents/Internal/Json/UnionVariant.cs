using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Managed.Agents;

/// <summary>A variant of a union: its wire name, its type and, if it has no fields of its own, how its metadata is created.</summary>
/// <remarks>
/// The source generator repeats the metadata of inherited fields for each type, which makes it the largest part of the assembly. A variant
/// that only has the fields of its union therefore gets its metadata from the union.
/// </remarks>
internal readonly struct UnionVariant
{
    private UnionVariant(string name, Type type, Func<JsonSerializerOptions, Func<JsonSerializerOptions, JsonPropertyInfo[]>, JsonTypeInfo>? create)
    {
        Name = name;
        Type = type;
        Create = create;
    }

    public string Name { get; }

    public Type Type { get; }

    /// <summary>Creates the metadata from the shared fields of the union; null if a serializer context has it.</summary>
    public Func<JsonSerializerOptions, Func<JsonSerializerOptions, JsonPropertyInfo[]>, JsonTypeInfo>? Create { get; }

    public static implicit operator UnionVariant((string Name, Type Type) variant) => new(variant.Name, variant.Type, null);

    /// <summary>Declares a variant that has only the fields that all variants of the union share.</summary>
    public static UnionVariant WithoutOwnFields<T>(string name)
        where T : ApiObject, new() =>
        new(name, typeof(T), static (options, sharedFields) => JsonMetadataServices.CreateObjectInfo(options, new JsonObjectInfoValues<T>
        {
            ObjectCreator = static () => new T(),
            PropertyMetadataInitializer = _ => sharedFields(options),
        }));
}
