using System.Buffers;
using System.Collections.ObjectModel;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>The base of every record that is sent to or received from the API.</summary>
/// <remarks>
/// Two objects are equal when they have the same type and the same content: lists, maps and JSON are compared element by
/// element. <see cref="ToString"/> omits secrets, so its result is safe to log.
/// </remarks>
public abstract record ApiObject
{
    private IDictionary<string, JsonElement>? _additionalFields;

    /// <summary>The fields of the JSON object that this version of the library does not recognize.</summary>
    /// <value>Empty when there are none. Received fields are kept and written back; fields set on a request are sent.</value>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalFields
    {
        get => _additionalFields is null
            ? ReadOnlyDictionary<string, JsonElement>.Empty
            : new ReadOnlyDictionary<string, JsonElement>(_additionalFields);
        init => _additionalFields = value is null or { Count: 0 } ? null : new Dictionary<string, JsonElement>(value, StringComparer.Ordinal);
    }

    /// <summary>The dictionary that the serializer fills.</summary>
    internal IDictionary<string, JsonElement>? AdditionalFieldsBag
    {
        get => _additionalFields;
        set => _additionalFields = value;
    }

    /// <summary>The fixed value of the object's <c>type</c> field; <see langword="null"/> for objects that have none.</summary>
    internal virtual string? WireType => null;

    /// <summary>The text that <see cref="ToString"/> returns; <see langword="null"/> returns the type name and the JSON of the object.</summary>
    private protected virtual string? Summary => null;

    /// <summary>Compares two objects by type and content.</summary>
    /// <param name="other">The object to compare with.</param>
    /// <returns>Whether both objects have the same type and the same field values.</returns>
    public virtual bool Equals(ApiObject? other) =>
        other is not null
        && EqualityContract == other.EqualityContract
        && JsonContent.AreEqual(_additionalFields, other._additionalFields);

    /// <inheritdoc/>
    public override int GetHashCode() => EqualityContract.GetHashCode();

    /// <summary>Returns the object on one line, without secrets.</summary>
    /// <returns>A summary, or the name of the type and the JSON of the object.</returns>
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
