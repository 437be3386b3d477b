// Written by GeneratedFileTests. By hand: the summary and the constants in Known.
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Managed.Agents.Dreams;

/// <summary>The type of an error that made a dream fail.</summary>
[Experimental(PreviewFeature.DiagnosticId)]
[JsonConverter(typeof(OpenEnumConverter<DreamErrorType>))]
public readonly record struct DreamErrorType : IOpenEnum<DreamErrorType>
{
    private readonly string? _value;

    /// <summary>Initializes a new instance with a value, known or not.</summary>
    /// <param name="value">The value on the wire.</param>
    public DreamErrorType(string value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>The dream timed out.</summary>
    public static DreamErrorType Timeout { get; } = new(Known.Timeout);

    /// <summary>An internal error of the service.</summary>
    public static DreamErrorType InternalError { get; } = new(Known.InternalError);

    /// <summary>The organization has reached its limit of memory stores.</summary>
    public static DreamErrorType MemoryStoreOrgLimitExceeded { get; } = new(Known.MemoryStoreOrgLimitExceeded);

    /// <summary>The input memory store is too large.</summary>
    public static DreamErrorType InputMemoryStoreTooLarge { get; } = new(Known.InputMemoryStoreTooLarge);

    /// <summary>The input memory store is no longer available.</summary>
    public static DreamErrorType InputMemoryStoreUnavailable { get; } = new(Known.InputMemoryStoreUnavailable);

    /// <summary>One of the input sessions is no longer available.</summary>
    public static DreamErrorType InputSessionUnavailable { get; } = new(Known.InputSessionUnavailable);

    /// <summary>The value on the wire; empty for <see langword="default"/>.</summary>
    public string Value => _value ?? "";

    static DreamErrorType IOpenEnum<DreamErrorType>.Create(string value) => new(value);

    /// <summary>Returns the value on the wire.</summary>
    /// <returns>The <see cref="Value"/>.</returns>
    public override string ToString() => Value;

    /// <summary>The known values as constants, for <c>case</c> labels.</summary>
    public static class Known
    {
        /// <summary>The dream timed out.</summary>
        public const string Timeout = "timeout";

        /// <summary>An internal error of the service.</summary>
        public const string InternalError = "internal_error";

        /// <summary>The organization has reached its limit of memory stores.</summary>
        public const string MemoryStoreOrgLimitExceeded = "memory_store_org_limit_exceeded";

        /// <summary>The input memory store is too large.</summary>
        public const string InputMemoryStoreTooLarge = "input_memory_store_too_large";

        /// <summary>The input memory store is no longer available.</summary>
        public const string InputMemoryStoreUnavailable = "input_memory_store_unavailable";

        /// <summary>One of the input sessions is no longer available.</summary>
        public const string InputSessionUnavailable = "input_session_unavailable";
    }
}
