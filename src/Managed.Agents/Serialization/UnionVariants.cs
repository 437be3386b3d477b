using System.ComponentModel;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Managed.Agents.Serialization;

/// <summary>Maps the wire names of a union to its record types. Used by the serializer.</summary>
/// <typeparam name="T">The base type of the union.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class UnionVariants<T>
    where T : ApiObject, IApiUnion<T>
{
    private readonly Func<UnknownVariant, T> _unknown;
    private readonly (UnionVariant Variant, byte[] Utf8)[] _variants;
    private readonly Dictionary<Type, string> _names;
    private readonly int[] _slots;
    private readonly byte[] _discriminatorPrefix;

    internal UnionVariants(Func<UnknownVariant, T> unknown, params ReadOnlySpan<UnionVariant> variants)
        : this("type", unknown, variants)
    {
    }

    internal UnionVariants(string discriminator, Func<UnknownVariant, T> unknown, params ReadOnlySpan<UnionVariant> variants)
    {
        _unknown = unknown;
        Discriminator = Encoding.UTF8.GetBytes(discriminator);
        _discriminatorPrefix = Encoding.UTF8.GetBytes($"{{\"{discriminator}\":\"");
        _variants = new (UnionVariant, byte[])[variants.Length];
        _names = new Dictionary<Type, string>(variants.Length);

        // Open addressing over the UTF-8 bytes of the names, so that a lookup does not allocate a string.
        _slots = new int[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)variants.Length * 4 + 1)];
        for (var i = 0; i < variants.Length; i++)
        {
            var utf8 = Encoding.UTF8.GetBytes(variants[i].Name);
            _variants[i] = (variants[i], utf8);
            _names.TryAdd(variants[i].Type, variants[i].Name);
            var slot = FirstSlot(utf8);
            while (_slots[slot] != 0)
            {
                slot = (slot + 1) & (_slots.Length - 1);
            }

            _slots[slot] = i + 1;
        }
    }

    internal int Count => _variants.Length;

    internal byte[] Discriminator { get; }

    /// <summary>The wire names of the secrets in the union, which are omitted when an unknown variant is written.</summary>
    internal IReadOnlyList<string> Secrets { get; init; } = [];

    /// <summary>Converts a plain string to the object that it abbreviates. It returns <see langword="null"/> for an unrecognized string.</summary>
    internal Func<string, T?>? ShortForm { get; init; }

    /// <summary>Returns the plain string to write instead of the object, or <see langword="null"/> to write the object.</summary>
    internal Func<T, string?>? WrittenShortForm { get; init; }

    /// <summary>The wire name to assume when the object has no discriminator; <see langword="null"/> when the discriminator is required.</summary>
    internal string? NameWhenAbsent { get; init; }

    /// <summary>The fields that the base type of the union declares.</summary>
    internal Func<JsonSerializerOptions, JsonPropertyInfo[]> SharedFields { get; init; } = static _ => [];

    internal IEnumerable<(string Name, Type Type)> All => _variants.Select(static variant => (variant.Variant.Name, variant.Variant.Type));

    internal Type TypeOf(int variant) => _variants[variant].Variant.Type;

    /// <summary>Creates the metadata of a variant without fields of its own. Returns null for other types.</summary>
    internal JsonTypeInfo? MetadataOf(Type type, JsonSerializerOptions options) =>
        Array.Find(_variants, variant => variant.Variant.Type == type).Variant.Create?.Invoke(options, SharedFields);

    /// <summary>An unknown variant without fields, for a required object that was omitted.</summary>
    internal T Missing => Unknown(EmptyObject);

    internal string NameOf(T value) =>
        value is IUnknownVariant unknown ? unknown.Raw.Type : _names.GetValueOrDefault(value.GetType(), "");

    internal T Unknown(JsonElement json, string? problem = null) => _unknown(new UnknownVariant(json, problem));

    /// <summary>Returns the variant of a complete object in UTF-8, or -1 when it is not recognized. Needs no reader when the discriminator is the first field.</summary>
    internal int Peek(ReadOnlySpan<byte> json)
    {
        if (json.StartsWith(_discriminatorPrefix))
        {
            var name = json[_discriminatorPrefix.Length..];
            var end = name.IndexOf((byte)'"');
            if (end > 0 && Find(name[..end]) is >= 0 and var variant)
            {
                return variant;
            }
        }

        return Peek(new Utf8JsonReader(json));
    }

    /// <summary>Reads ahead to the discriminator, at any place in the object, and returns the variant, or -1 when it is not recognized.</summary>
    /// <param name="reader">A copy of the reader, positioned on the start of the object or just before it.</param>
    internal int Peek(Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.None && !reader.Read())
        {
            return -1;
        }

        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return -1;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var found = reader.ValueTextEquals(Discriminator);
            if (!reader.Read())
            {
                return -1;
            }

            if (found)
            {
                return reader.TokenType == JsonTokenType.String ? Find(ref reader) : -1;
            }

            if (!reader.TrySkip())
            {
                return -1;
            }
        }

        return NameWhenAbsent is { } name && reader.TokenType == JsonTokenType.EndObject ? Find(Encoding.UTF8.GetBytes(name)) : -1;
    }

    private static JsonElement EmptyObject => JsonElement.Parse("{}");

    private int Find(ref Utf8JsonReader reader) =>
        reader.HasValueSequence || reader.ValueIsEscaped
            ? Find(Encoding.UTF8.GetBytes(reader.GetString()!))
            : Find(reader.ValueSpan);

    private int Find(ReadOnlySpan<byte> name)
    {
        for (var slot = FirstSlot(name); _slots[slot] != 0; slot = (slot + 1) & (_slots.Length - 1))
        {
            var variant = _slots[slot] - 1;
            if (name.SequenceEqual(_variants[variant].Utf8))
            {
                return variant;
            }
        }

        return -1;
    }

    private int FirstSlot(ReadOnlySpan<byte> name)
    {
        var hash = 17u;
        foreach (var character in name)
        {
            hash = (hash * 31) + character;
        }

        return (int)((hash ^ (hash >> 15)) & (uint)(_slots.Length - 1));
    }
}
