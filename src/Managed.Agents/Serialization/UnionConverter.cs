using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Managed.Agents.Serialization;

/// <summary>Reads an object as the variant that its <c>type</c> field names, or as the unknown variant of the union. Used by the serializer.</summary>
/// <typeparam name="T">The base type of the union.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class UnionConverter<T> : JsonConverter<T>
    where T : ApiObject, IApiUnion<T>
{
    private VariantMetadata? _metadata;

    /// <inheritdoc/>
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var variants = T.Variants;
        var variant = variants.Peek(reader);
        if (variant < 0)
        {
            if (reader.TokenType == JsonTokenType.String && variants.ShortForm?.Invoke(reader.GetString()!) is { } shortForm)
            {
                return shortForm;
            }

            return variants.Unknown(JsonElement.ParseValue(ref reader));
        }

        var start = reader;
        try
        {
            return (T?)JsonSerializer.Deserialize(ref reader, MetadataOf(options)[variant]);
        }
        catch (JsonException problem)
        {
            // A known type with invalid fields becomes the unknown variant, so that one bad item does not make a whole list unreadable.
            reader = start;
            return variants.Unknown(JsonElement.ParseValue(ref reader), problem.Message);
        }
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        if (value is IUnknownVariant unknown)
        {
            unknown.Raw.WriteTo(writer, ApiTypeResolver.WritesSecrets(options) ? [] : T.Variants.Secrets);
        }
        else if (T.Variants.WrittenShortForm?.Invoke(value) is { } shortForm)
        {
            writer.WriteStringValue(shortForm);
        }
        else
        {
            JsonSerializer.Serialize(writer, value, ApiTypeResolver.OptionsFor(options).GetTypeInfo(value.GetType()));
        }
    }

    private VariantMetadata MetadataOf(JsonSerializerOptions options)
    {
        var metadata = _metadata;
        if (metadata is null || !ReferenceEquals(metadata.Caller, options))
        {
            metadata = new VariantMetadata(options, ApiTypeResolver.OptionsFor(options), T.Variants.Count);
            _metadata = metadata;
        }

        return metadata;
    }

    /// <summary>Caches the metadata of each variant for the caller's options.</summary>
    private sealed class VariantMetadata(JsonSerializerOptions caller, JsonSerializerOptions source, int count)
    {
        private readonly JsonTypeInfo?[] _types = new JsonTypeInfo?[count];

        public JsonSerializerOptions Caller => caller;

        public JsonTypeInfo this[int variant] => _types[variant] ??= source.GetTypeInfo(T.Variants.TypeOf(variant));
    }
}
