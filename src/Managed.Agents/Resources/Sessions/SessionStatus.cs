// Written by GeneratedFileTests. By hand: the summary and the constants in Known.
using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>The status of a session or a thread.</summary>
[JsonConverter(typeof(OpenEnumConverter<SessionStatus>))]
public readonly record struct SessionStatus : IOpenEnum<SessionStatus>
{
    private readonly string? _value;

    /// <summary>Initializes a new instance with a value, known or not.</summary>
    /// <param name="value">The value on the wire.</param>
    public SessionStatus(string value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>The session or thread is idle or waiting for the client.</summary>
    public static SessionStatus Idle { get; } = new(Known.Idle);

    /// <summary>The session or thread is running.</summary>
    public static SessionStatus Running { get; } = new(Known.Running);

    /// <summary>A transient error occurred. The API retries automatically.</summary>
    public static SessionStatus Rescheduling { get; } = new(Known.Rescheduling);

    /// <summary>The session or thread has ended: it was archived or had an unrecoverable error.</summary>
    public static SessionStatus Terminated { get; } = new(Known.Terminated);

    /// <summary>The value on the wire; empty for <see langword="default"/>.</summary>
    public string Value => _value ?? "";

    static SessionStatus IOpenEnum<SessionStatus>.Create(string value) => new(value);

    /// <summary>Returns the value on the wire.</summary>
    /// <returns>The <see cref="Value"/>.</returns>
    public override string ToString() => Value;

    /// <summary>The known values as constants, for <c>case</c> labels.</summary>
    public static class Known
    {
        /// <summary>The session or thread is idle or waiting for the client.</summary>
        public const string Idle = "idle";

        /// <summary>The session or thread is running.</summary>
        public const string Running = "running";

        /// <summary>A transient error occurred. The API retries automatically.</summary>
        public const string Rescheduling = "rescheduling";

        /// <summary>The session or thread has ended: it was archived or had an unrecoverable error.</summary>
        public const string Terminated = "terminated";
    }
}
