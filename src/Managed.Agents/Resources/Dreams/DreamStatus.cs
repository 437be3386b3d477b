using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Managed.Agents.Dreams;

/// <summary>How far a dream has come.</summary>
[Experimental(PreviewFeature.DiagnosticId)]
[JsonConverter(typeof(OpenEnumConverter<DreamStatus>))]
public readonly record struct DreamStatus : IOpenEnum<DreamStatus>
{
    private readonly string? _value;

    /// <summary>Wraps a value, known or not.</summary>
    /// <param name="value">The value on the wire.</param>
    public DreamStatus(string value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>Waits for its turn.</summary>
    public static DreamStatus Pending { get; } = new(Known.Pending);

    /// <summary>Reads the sessions and works on the memories.</summary>
    public static DreamStatus Running { get; } = new(Known.Running);

    /// <summary>Ended well; its output names the store.</summary>
    public static DreamStatus Completed { get; } = new(Known.Completed);

    /// <summary>Ended with an error.</summary>
    public static DreamStatus Failed { get; } = new(Known.Failed);

    /// <summary>Ended by <see cref="DreamsClient.CancelAsync"/>.</summary>
    public static DreamStatus Canceled { get; } = new(Known.Canceled);

    /// <summary>The value on the wire; empty for <c>default</c>.</summary>
    public string Value => _value ?? "";

    static DreamStatus IOpenEnum<DreamStatus>.Create(string value) => new(value);

    /// <summary>The value on the wire.</summary>
    /// <returns><see cref="Value"/>.</returns>
    public override string ToString() => Value;

    /// <summary>The known values as constants, for <c>case</c> labels.</summary>
    public static class Known
    {
        /// <summary>Waits for its turn.</summary>
        public const string Pending = "pending";

        /// <summary>Reads the sessions and works on the memories.</summary>
        public const string Running = "running";

        /// <summary>Ended well; its output names the store.</summary>
        public const string Completed = "completed";

        /// <summary>Ended with an error.</summary>
        public const string Failed = "failed";

        /// <summary>Ended by <see cref="DreamsClient.CancelAsync"/>.</summary>
        public const string Canceled = "canceled";
    }
}
