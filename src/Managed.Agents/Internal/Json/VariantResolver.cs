using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Managed.Agents;

/// <summary>Returns the metadata of the variants of a union that have no fields of their own.</summary>
/// <typeparam name="T">The base type of the union.</typeparam>
internal sealed class VariantResolver<T> : IJsonTypeInfoResolver
    where T : ApiObject, IApiUnion<T>
{
    public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options) =>
        type.IsSubclassOf(typeof(T)) ? T.Variants.MetadataOf(type, options) : null;
}
