using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>A kind of event by which a history can be filtered.</summary>
/// <remarks>A filter knows neither previews nor <see cref="SessionDeletedEvent"/>.</remarks>
[JsonConverter(typeof(OpenEnumConverter<SessionEventType>))]
public readonly partial record struct SessionEventType : IOpenEnum<SessionEventType>
{
    private readonly string? _value;

    /// <summary>Wraps a value, known or not.</summary>
    /// <param name="value">The value on the wire.</param>
    public SessionEventType(string value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>The value on the wire; empty for <c>default</c>.</summary>
    public string Value => _value ?? "";

    static SessionEventType IOpenEnum<SessionEventType>.Create(string value) => new(value);

    /// <summary>The value on the wire.</summary>
    /// <returns><see cref="Value"/>.</returns>
    public override string ToString() => Value;
}
