using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Managed.Agents.Serialization;

/// <summary>Reads and writes the unknown variant of a union as the JSON that was received. Used by the serializer.</summary>
/// <typeparam name="TUnion">The base type of the union.</typeparam>
/// <typeparam name="TUnknown">The type of the unknown variant.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class UnknownVariantConverter<TUnion, TUnknown> : JsonConverter<TUnknown>
    where TUnion : ApiObject, IApiUnion<TUnion>
    where TUnknown : TUnion
{
    /// <inheritdoc/>
    public override TUnknown? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        (TUnknown)TUnion.Variants.Unknown(JsonElement.ParseValue(ref reader));

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TUnknown value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ((value as IUnknownVariant)?.Raw ?? default).WriteTo(writer, ApiTypeResolver.WritesSecrets(options) ? [] : TUnion.Variants.Secrets);
    }
}
