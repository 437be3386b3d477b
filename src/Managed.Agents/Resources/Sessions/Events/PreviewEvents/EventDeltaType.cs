using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>A kind of event that a live stream can preview.</summary>
[JsonConverter(typeof(OpenEnumConverter<EventDeltaType>))]
public readonly record struct EventDeltaType : IOpenEnum<EventDeltaType>
{
    private readonly string? _value;

    /// <summary>Wraps a value, known or not.</summary>
    /// <param name="value">The value on the wire.</param>
    public EventDeltaType(string value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>Messages: a start, then the text in pieces.</summary>
    public static EventDeltaType AgentMessage { get; } = new(Known.AgentMessage);

    /// <summary>Thinking: a start and nothing more.</summary>
    public static EventDeltaType AgentThinking { get; } = new(Known.AgentThinking);

    /// <summary>The value on the wire; empty for <c>default</c>.</summary>
    public string Value => _value ?? "";

    static EventDeltaType IOpenEnum<EventDeltaType>.Create(string value) => new(value);

    /// <summary>The value on the wire.</summary>
    /// <returns><see cref="Value"/>.</returns>
    public override string ToString() => Value;

    /// <summary>The known values as constants, for <c>case</c> labels.</summary>
    public static class Known
    {
        /// <summary>Messages: a start, then the text in pieces.</summary>
        public const string AgentMessage = "agent.message";

        /// <summary>Thinking: a start and nothing more.</summary>
        public const string AgentThinking = "agent.thinking";
    }
}
