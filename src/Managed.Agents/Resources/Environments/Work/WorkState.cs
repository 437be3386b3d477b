using System.Text.Json.Serialization;

namespace Managed.Agents.Work;

/// <summary>How far a work item has come.</summary>
[JsonConverter(typeof(OpenEnumConverter<WorkState>))]
public readonly record struct WorkState : IOpenEnum<WorkState>
{
    private readonly string? _value;

    /// <summary>Wraps a value, known or not.</summary>
    /// <param name="value">The value on the wire.</param>
    public WorkState(string value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>Waits for a worker.</summary>
    public static WorkState Queued { get; } = new(Known.Queued);

    /// <summary>A worker has acknowledged it.</summary>
    public static WorkState Starting { get; } = new(Known.Starting);

    /// <summary>A worker works on it and sends heartbeats.</summary>
    public static WorkState Active { get; } = new(Known.Active);

    /// <summary>Somebody asked the worker to stop; its next heartbeat tells it.</summary>
    public static WorkState Stopping { get; } = new(Known.Stopping);

    /// <summary>Over.</summary>
    public static WorkState Stopped { get; } = new(Known.Stopped);

    /// <summary>The value on the wire; empty for <c>default</c>.</summary>
    public string Value => _value ?? "";

    static WorkState IOpenEnum<WorkState>.Create(string value) => new(value);

    /// <summary>The value on the wire.</summary>
    /// <returns><see cref="Value"/>.</returns>
    public override string ToString() => Value;

    /// <summary>The known values as constants, for <c>case</c> labels.</summary>
    public static class Known
    {
        /// <summary>Waits for a worker.</summary>
        public const string Queued = "queued";

        /// <summary>A worker has acknowledged it.</summary>
        public const string Starting = "starting";

        /// <summary>A worker works on it and sends heartbeats.</summary>
        public const string Active = "active";

        /// <summary>Somebody asked the worker to stop; its next heartbeat tells it.</summary>
        public const string Stopping = "stopping";

        /// <summary>Over.</summary>
        public const string Stopped = "stopped";
    }
}
