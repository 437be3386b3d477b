// Written by GeneratedFileTests. By hand: the summary and the constants in Known.
using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>A type of event that a live stream can preview.</summary>
[JsonConverter(typeof(OpenEnumConverter<EventDeltaType>))]
public readonly record struct EventDeltaType : IOpenEnum<EventDeltaType>
{
    private readonly string? _value;

    /// <summary>Initializes a new instance with a value, known or not.</summary>
    /// <param name="value">The value on the wire.</param>
    public EventDeltaType(string value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>Previews agent messages with a start event, followed by the text in deltas.</summary>
    public static EventDeltaType AgentMessage { get; } = new(Known.AgentMessage);

    /// <summary>Previews agent thinking with a start event. No deltas follow.</summary>
    public static EventDeltaType AgentThinking { get; } = new(Known.AgentThinking);

    /// <summary>The value on the wire; empty for <see langword="default"/>.</summary>
    public string Value => _value ?? "";

    static EventDeltaType IOpenEnum<EventDeltaType>.Create(string value) => new(value);

    /// <summary>Returns the value on the wire.</summary>
    /// <returns>The <see cref="Value"/>.</returns>
    public override string ToString() => Value;

    /// <summary>The known values as constants, for <c>case</c> labels.</summary>
    public static class Known
    {
        /// <summary>Previews agent messages with a start event, followed by the text in deltas.</summary>
        public const string AgentMessage = "agent.message";

        /// <summary>Previews agent thinking with a start event. No deltas follow.</summary>
        public const string AgentThinking = "agent.thinking";
    }
}
