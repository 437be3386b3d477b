using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Managed.Agents;

/// <summary>The metadata of a field that the base type of a union declares.</summary>
/// <typeparam name="TUnion">The base type of the union.</typeparam>
internal static class SharedField<TUnion>
    where TUnion : ApiObject
{
    /// <summary>Creates the metadata. The setter assigns the backing field, because a property with an <c>init</c> accessor cannot be set later.</summary>
    public static JsonPropertyInfo Create<TValue>(JsonSerializerOptions options, string name, Func<TUnion, TValue?> get, Action<TUnion, TValue?> set) =>
        JsonMetadataServices.CreatePropertyInfo(options, new JsonPropertyInfoValues<TValue>
        {
            IsProperty = true,
            IsPublic = true,
            DeclaringType = typeof(TUnion),
            PropertyName = name,
            Getter = value => get((TUnion)value),
            Setter = (value, field) => set((TUnion)value, field),
        });
}
