// Written by GeneratedFileTests. By hand: the summary and the constants in Known.
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Managed.Agents.Dreams;

/// <summary>The status of a dream.</summary>
[Experimental(PreviewFeature.DiagnosticId)]
[JsonConverter(typeof(OpenEnumConverter<DreamStatus>))]
public readonly record struct DreamStatus : IOpenEnum<DreamStatus>
{
    private readonly string? _value;

    /// <summary>Initializes a new instance with a value, known or not.</summary>
    /// <param name="value">The value on the wire.</param>
    public DreamStatus(string value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>The dream is waiting to start.</summary>
    public static DreamStatus Pending { get; } = new(Known.Pending);

    /// <summary>The dream is running.</summary>
    public static DreamStatus Running { get; } = new(Known.Running);

    /// <summary>The dream completed. <see cref="Dream.Outputs"/> contains the memory store.</summary>
    public static DreamStatus Completed { get; } = new(Known.Completed);

    /// <summary>The dream failed. <see cref="Dream.Error"/> contains the error.</summary>
    public static DreamStatus Failed { get; } = new(Known.Failed);

    /// <summary>The dream was canceled by <see cref="DreamsClient.CancelAsync"/>.</summary>
    public static DreamStatus Canceled { get; } = new(Known.Canceled);

    /// <summary>The value on the wire; empty for <see langword="default"/>.</summary>
    public string Value => _value ?? "";

    static DreamStatus IOpenEnum<DreamStatus>.Create(string value) => new(value);

    /// <summary>Returns the value on the wire.</summary>
    /// <returns>The <see cref="Value"/>.</returns>
    public override string ToString() => Value;

    /// <summary>The known values as constants, for <c>case</c> labels.</summary>
    public static class Known
    {
        /// <summary>The dream is waiting to start.</summary>
        public const string Pending = "pending";

        /// <summary>The dream is running.</summary>
        public const string Running = "running";

        /// <summary>The dream completed. <see cref="Dream.Outputs"/> contains the memory store.</summary>
        public const string Completed = "completed";

        /// <summary>The dream failed. <see cref="Dream.Error"/> contains the error.</summary>
        public const string Failed = "failed";

        /// <summary>The dream was canceled by <see cref="DreamsClient.CancelAsync"/>.</summary>
        public const string Canceled = "canceled";
    }
}
