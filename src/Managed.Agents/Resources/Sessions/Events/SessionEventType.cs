using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>A type of event, used to filter the history.</summary>
/// <remarks>Previews and <see cref="SessionDeletedEvent"/> are not part of the history and have no value here.</remarks>
[JsonConverter(typeof(OpenEnumConverter<SessionEventType>))]
public readonly partial record struct SessionEventType : IOpenEnum<SessionEventType>
{
    private readonly string? _value;

    /// <summary>Initializes a new instance with a value, known or not.</summary>
    /// <param name="value">The value on the wire.</param>
    public SessionEventType(string value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>The value on the wire; empty for <see langword="default"/>.</summary>
    public string Value => _value ?? "";

    static SessionEventType IOpenEnum<SessionEventType>.Create(string value) => new(value);

    /// <summary>Returns the value on the wire.</summary>
    /// <returns><see cref="Value"/>.</returns>
    public override string ToString() => Value;
}
