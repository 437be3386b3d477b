using System.ComponentModel;

namespace Managed.Agents.Serialization;

/// <summary>An open enum: a string with known values, to which the API can add more. Used by the serializer.</summary>
/// <typeparam name="TSelf">The implementing type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IOpenEnum<out TSelf>
{
    /// <summary>The value on the wire.</summary>
    string Value { get; }

    /// <summary>Creates an instance from a value on the wire, known or not.</summary>
    /// <param name="value">The value on the wire.</param>
    /// <returns>The instance.</returns>
    static abstract TSelf Create(string value);
}
