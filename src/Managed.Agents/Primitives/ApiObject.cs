using System.Buffers;
using System.Collections.ObjectModel;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>The base of every record that travels to or from the API.</summary>
/// <remarks>
/// Two objects are equal when they are of the same type and hold the same content: lists, maps and JSON are compared element by
/// element. <see cref="ToString"/> is safe to log: secrets are left out of it.
/// </remarks>
public abstract record ApiObject
{
    private IDictionary<string, JsonElement>? _additionalFields;

    /// <summary>Fields of the JSON object that this version of the library does not know.</summary>
    /// <value>Empty when there are none. What was received is kept and written back; what is set on a request is sent.</value>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalFields
    {
        get => _additionalFields is null
            ? ReadOnlyDictionary<string, JsonElement>.Empty
            : new ReadOnlyDictionary<string, JsonElement>(_additionalFields);
        init => _additionalFields = value is null or { Count: 0 } ? null : new Dictionary<string, JsonElement>(value, StringComparer.Ordinal);
    }

    /// <summary>The bag as the serializer fills it.</summary>
    internal IDictionary<string, JsonElement>? AdditionalFieldsBag
    {
        get => _additionalFields;
        set => _additionalFields = value;
    }

    /// <summary>The fixed value of the object's <c>type</c> field; null for objects that have none.</summary>
    internal virtual string? WireType => null;

    /// <summary>What <see cref="ToString"/> shows after the name; null for the JSON of the object.</summary>
    private protected virtual string? Summary => null;

    /// <summary>Compares by type and content.</summary>
    /// <param name="other">The object to compare with.</param>
    /// <returns>Whether both are of the same type and hold the same fields.</returns>
    public virtual bool Equals(ApiObject? other) =>
        other is not null
        && EqualityContract == other.EqualityContract
        && JsonContent.AreEqual(_additionalFields, other._additionalFields);

    /// <inheritdoc/>
    public override int GetHashCode() => EqualityContract.GetHashCode();

    /// <summary>The object on one line, without secrets.</summary>
    /// <returns>The type's name and a summary or the JSON of the object.</returns>
    public sealed override string ToString() => Summary ?? $"{GetType().Name} {ToJson()}";

    private protected string ToJson()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            JsonSerializer.Serialize(writer, this, ManagedAgentsJson.Options.GetTypeInfo(GetType()));
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
