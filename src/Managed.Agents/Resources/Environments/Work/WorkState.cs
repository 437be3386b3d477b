// Written by GeneratedFileTests. By hand: the summary and the constants in Known.
using System.Text.Json.Serialization;

namespace Managed.Agents.Work;

/// <summary>The state of a work item.</summary>
[JsonConverter(typeof(OpenEnumConverter<WorkState>))]
public readonly record struct WorkState : IOpenEnum<WorkState>
{
    private readonly string? _value;

    /// <summary>Initializes a new instance with a value, known or not.</summary>
    /// <param name="value">The value on the wire.</param>
    public WorkState(string value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>The item waits for a worker.</summary>
    public static WorkState Queued { get; } = new(Known.Queued);

    /// <summary>A worker has acknowledged the item.</summary>
    public static WorkState Starting { get; } = new(Known.Starting);

    /// <summary>A worker is processing the item and sends heartbeats.</summary>
    public static WorkState Active { get; } = new(Known.Active);

    /// <summary>A stop was requested. The worker learns of it with its next heartbeat.</summary>
    public static WorkState Stopping { get; } = new(Known.Stopping);

    /// <summary>The item is stopped.</summary>
    public static WorkState Stopped { get; } = new(Known.Stopped);

    /// <summary>The value on the wire; empty for <see langword="default"/>.</summary>
    public string Value => _value ?? "";

    static WorkState IOpenEnum<WorkState>.Create(string value) => new(value);

    /// <summary>Returns the value on the wire.</summary>
    /// <returns>The <see cref="Value"/>.</returns>
    public override string ToString() => Value;

    /// <summary>The known values as constants, for <c>case</c> labels.</summary>
    public static class Known
    {
        /// <summary>The item waits for a worker.</summary>
        public const string Queued = "queued";

        /// <summary>A worker has acknowledged the item.</summary>
        public const string Starting = "starting";

        /// <summary>A worker is processing the item and sends heartbeats.</summary>
        public const string Active = "active";

        /// <summary>A stop was requested. The worker learns of it with its next heartbeat.</summary>
        public const string Stopping = "stopping";

        /// <summary>The item is stopped.</summary>
        public const string Stopped = "stopped";
    }
}
