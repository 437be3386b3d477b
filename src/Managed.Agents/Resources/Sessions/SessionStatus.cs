using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>Whether a session or a thread works.</summary>
[JsonConverter(typeof(OpenEnumConverter<SessionStatus>))]
public readonly record struct SessionStatus : IOpenEnum<SessionStatus>
{
    private readonly string? _value;

    /// <summary>Wraps a value, known or not.</summary>
    /// <param name="value">The value on the wire.</param>
    public SessionStatus(string value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>Nothing is to be done, or the client is waited for.</summary>
    public static SessionStatus Idle { get; } = new(Known.Idle);

    /// <summary>Work is going on.</summary>
    public static SessionStatus Running { get; } = new(Known.Running);

    /// <summary>Something failed for a moment; the API tries again by itself.</summary>
    public static SessionStatus Rescheduling { get; } = new(Known.Rescheduling);

    /// <summary>It was archived or cannot go on.</summary>
    public static SessionStatus Terminated { get; } = new(Known.Terminated);

    /// <summary>The value on the wire; empty for <c>default</c>.</summary>
    public string Value => _value ?? "";

    static SessionStatus IOpenEnum<SessionStatus>.Create(string value) => new(value);

    /// <summary>The value on the wire.</summary>
    /// <returns><see cref="Value"/>.</returns>
    public override string ToString() => Value;

    /// <summary>The known values as constants, for <c>case</c> labels.</summary>
    public static class Known
    {
        /// <summary>Nothing is to be done, or the client is waited for.</summary>
        public const string Idle = "idle";

        /// <summary>Work is going on.</summary>
        public const string Running = "running";

        /// <summary>Something failed for a moment; the API tries again by itself.</summary>
        public const string Rescheduling = "rescheduling";

        /// <summary>It was archived or cannot go on.</summary>
        public const string Terminated = "terminated";
    }
}
