using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>
/// Defines a fault that affects single events on streams. The history stays unchanged. <see cref="FaultBuilder{TBuilder}.Rate"/> is drawn
/// for each event.
/// </summary>
public sealed class EventFaultBuilder : FaultBuilder<EventFaultBuilder>
{
    private readonly HashSet<string> _types;

    internal EventFaultBuilder(FaultRegistry registry, int seed, IReadOnlyCollection<string> types)
        : base(registry, seed, "events")
    {
        foreach (var type in types)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(type, nameof(types));
        }

        _types = new HashSet<string>(types, StringComparer.Ordinal);
    }

    /// <summary>Sends the event twice, with the same id.</summary>
    public Fault Duplicate() => Add("duplicate", EventEffects.Duplicate);

    /// <summary>Sends the event twice, the second time with a new id. The service does so with answers to tool calls of a child thread.</summary>
    public Fault DuplicateWithNewId() => Add("duplicate_with_new_id", EventEffects.DuplicateWithNewId);

    /// <summary>Sends an input twice with the same id, first as it was queued, with <c>processed_at</c> null. Applies to inputs only.</summary>
    public Fault ShowQueued() => Add("show_queued", EventEffects.ShowQueued);

    /// <summary>Does not send the event.</summary>
    public Fault Drop() => Add("drop", EventEffects.Drop);

    /// <summary>Sends an event of an unknown type, with its own id, before the event.</summary>
    /// <param name="type">The type of the unknown event.</param>
    /// <exception cref="ArgumentException">The type is empty.</exception>
    public Fault InsertUnknown(string type = "session.unrecognized")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(type);
        return Add("insert_unknown", (frame, random) => EventEffects.InsertUnknown(frame, random, type));
    }

    /// <summary>Adds an unknown field to the event.</summary>
    /// <param name="name">The name of the field.</param>
    /// <param name="value">The value, which is copied.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public Fault AddField(string name = "unrecognized", JsonNode? value = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        var copy = value?.DeepClone();
        return Add("add_field", (frame, _) => EventEffects.Change(frame, content => content[name] = copy?.DeepClone()));
    }

    /// <summary>Truncates the JSON of the event at a random byte. The frame is complete, but its data is not valid JSON.</summary>
    public Fault CorruptJson() => Add("corrupt_json", EventEffects.CorruptJson);

    /// <summary>Replaces the id of the event with an empty string.</summary>
    public Fault ClearId() => Add("clear_id", static (frame, _) => EventEffects.Change(frame, static content => content["id"] = "", requiredField: "id"));

    /// <summary>Replaces the stop reason of the event, by default with an unknown one. Applies to events with a stop reason only.</summary>
    /// <param name="type">The type of the new stop reason.</param>
    /// <exception cref="ArgumentException">The type is empty.</exception>
    public Fault ChangeStopReason(string type = "unrecognized")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(type);
        return Add("change_stop_reason", (frame, _) => EventEffects.Change(frame, content => content["stop_reason"] = Json.Typed(type), requiredField: "stop_reason"));
    }

    private Fault Add(string action, Func<SseFrame, Random, IReadOnlyList<SseFrame>?> effect) =>
        Add(action, terms => new EventFault(terms, _types, effect));
}
