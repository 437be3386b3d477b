// Written by GeneratedFileTests. By hand: the summary and the constants in Known.
using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>The type of change to a memory.</summary>
[JsonConverter(typeof(OpenEnumConverter<MemoryVersionOperation>))]
public readonly record struct MemoryVersionOperation : IOpenEnum<MemoryVersionOperation>
{
    private readonly string? _value;

    /// <summary>Initializes a new instance with a value, known or not.</summary>
    /// <param name="value">The value on the wire.</param>
    public MemoryVersionOperation(string value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>The memory was created.</summary>
    public static MemoryVersionOperation Created { get; } = new(Known.Created);

    /// <summary>The text or the path of the memory was changed.</summary>
    public static MemoryVersionOperation Modified { get; } = new(Known.Modified);

    /// <summary>The memory was deleted.</summary>
    public static MemoryVersionOperation Deleted { get; } = new(Known.Deleted);

    /// <summary>The value on the wire; empty for <see langword="default"/>.</summary>
    public string Value => _value ?? "";

    static MemoryVersionOperation IOpenEnum<MemoryVersionOperation>.Create(string value) => new(value);

    /// <summary>Returns the value on the wire.</summary>
    /// <returns>The <see cref="Value"/>.</returns>
    public override string ToString() => Value;

    /// <summary>The known values as constants, for <c>case</c> labels.</summary>
    public static class Known
    {
        /// <summary>The memory was created.</summary>
        public const string Created = "created";

        /// <summary>The text or the path of the memory was changed.</summary>
        public const string Modified = "modified";

        /// <summary>The memory was deleted.</summary>
        public const string Deleted = "deleted";
    }
}
