using System.ComponentModel;
using System.Text;
using System.Text.Json;

namespace Managed.Agents.Serialization;

/// <summary>The kinds of a union: which wire name stands for which record. Used by the serializer.</summary>
/// <typeparam name="T">The base of the union.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class UnionVariants<T>
    where T : ApiObject, IApiUnion<T>
{
    private readonly Func<UnknownVariant, T> _unknown;
    private readonly (string Name, byte[] Utf8, Type Type)[] _variants;
    private readonly Dictionary<Type, string> _names;
    private readonly int[] _slots;
    private readonly byte[] _named;

    internal UnionVariants(Func<UnknownVariant, T> unknown, params ReadOnlySpan<(string Name, Type Type)> variants)
        : this("type", unknown, variants)
    {
    }

    internal UnionVariants(string discriminator, Func<UnknownVariant, T> unknown, params ReadOnlySpan<(string Name, Type Type)> variants)
    {
        _unknown = unknown;
        Discriminator = Encoding.UTF8.GetBytes(discriminator);
        _named = Encoding.UTF8.GetBytes($"{{\"{discriminator}\":\"");
        _variants = new (string, byte[], Type)[variants.Length];
        _names = new Dictionary<Type, string>(variants.Length);

        // Open addressing over the UTF-8 of the names, so that a name is found without making a string of it.
        _slots = new int[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)variants.Length * 4 + 1)];
        for (var i = 0; i < variants.Length; i++)
        {
            var (name, type) = variants[i];
            var utf8 = Encoding.UTF8.GetBytes(name);
            _variants[i] = (name, utf8, type);
            _names.TryAdd(type, name);
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

    /// <summary>The wire names of the family's secrets: what an unknown kind may hold, and must not give away.</summary>
    internal IReadOnlyList<string> Secrets { get; init; } = [];

    /// <summary>What a plain string stands for where the API takes one in place of an object; null from it for none that is known.</summary>
    internal Func<string, T?>? ShortForm { get; init; }

    /// <summary>The plain string to write in place of an object; null from it for none.</summary>
    internal Func<T, string?>? WrittenShortForm { get; init; }

    /// <summary>The kind of an object without a discriminator, where the API may leave it out.</summary>
    internal string? NameWhenAbsent { get; init; }

    internal IEnumerable<(string Name, Type Type)> All => _variants.Select(static variant => (variant.Name, variant.Type));

    internal Type TypeOf(int variant) => _variants[variant].Type;

    /// <summary>The unknown kind without any field, for an object that is always there and yet was left out.</summary>
    internal T Missing => Unknown(EmptyObject);

    internal string NameOf(T value) =>
        value is IUnknownVariant unknown ? unknown.Raw.Type : _names.GetValueOrDefault(value.GetType(), "");

    internal T Unknown(JsonElement json, string? problem = null) => _unknown(new UnknownVariant(json, problem));

    /// <summary>Which kind a whole object in UTF-8 names; -1 for none that is known. Most name it first, and then no reader is needed.</summary>
    internal int Peek(ReadOnlySpan<byte> json)
    {
        if (json.StartsWith(_named))
        {
            var name = json[_named.Length..];
            var end = name.IndexOf((byte)'"');
            if (end > 0 && Find(name[..end]) is >= 0 and var variant)
            {
                return variant;
            }
        }

        return Peek(new Utf8JsonReader(json));
    }

    /// <summary>Reads ahead to the discriminator, wherever it stands in the object, and says which kind it names; -1 for none that is known.</summary>
    /// <param name="reader">A copy of the reader, on the object's start or just before it.</param>
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
