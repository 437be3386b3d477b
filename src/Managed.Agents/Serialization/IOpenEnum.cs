using System.ComponentModel;

namespace Managed.Agents.Serialization;

/// <summary>A value of the API that may grow: a string with known values. Used by the serializer.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IOpenEnum<out TSelf>
{
    /// <summary>The value on the wire.</summary>
    string Value { get; }

    /// <summary>Makes the type from a value on the wire, known or not.</summary>
    /// <param name="value">The value on the wire.</param>
    /// <returns>The value as the type.</returns>
    static abstract TSelf Create(string value);
}
