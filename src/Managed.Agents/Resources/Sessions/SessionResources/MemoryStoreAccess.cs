// Written by GeneratedFileTests. By hand: the summary and the constants in Known.
using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>The access of an agent to a memory store.</summary>
[JsonConverter(typeof(OpenEnumConverter<MemoryStoreAccess>))]
public readonly record struct MemoryStoreAccess : IOpenEnum<MemoryStoreAccess>
{
    private readonly string? _value;

    /// <summary>Initializes a new instance with a value, known or not.</summary>
    /// <param name="value">The value on the wire.</param>
    public MemoryStoreAccess(string value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>Read and write access.</summary>
    public static MemoryStoreAccess ReadWrite { get; } = new(Known.ReadWrite);

    /// <summary>Read-only access.</summary>
    public static MemoryStoreAccess ReadOnly { get; } = new(Known.ReadOnly);

    /// <summary>The value on the wire; empty for <see langword="default"/>.</summary>
    public string Value => _value ?? "";

    static MemoryStoreAccess IOpenEnum<MemoryStoreAccess>.Create(string value) => new(value);

    /// <summary>Returns the value on the wire.</summary>
    /// <returns>The <see cref="Value"/>.</returns>
    public override string ToString() => Value;

    /// <summary>The known values as constants, for <c>case</c> labels.</summary>
    public static class Known
    {
        /// <summary>Read and write access.</summary>
        public const string ReadWrite = "read_write";

        /// <summary>Read-only access.</summary>
        public const string ReadOnly = "read_only";
    }
}
