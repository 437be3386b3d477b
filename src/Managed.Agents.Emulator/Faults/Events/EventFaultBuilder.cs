using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>A fault of single events on the wire. The history is not touched, and <see cref="FaultBuilder{TBuilder}.Rate"/> is thrown for each event.</summary>
public sealed class EventFaultBuilder : FaultBuilder<EventFaultBuilder>
{
    private readonly HashSet<string> _types;

    internal EventFaultBuilder(FaultBook book, int seed, IReadOnlyCollection<string> types)
        : base(book, seed, "events")
    {
        foreach (var type in types)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(type, nameof(types));
        }

        _types = new HashSet<string>(types, StringComparer.Ordinal);
    }

    /// <summary>Sends the event twice, with the same id.</summary>
    public Fault Duplicate() => SetUp("duplicate", EventEffects.Duplicate);

    /// <summary>Sends the event twice, the second time under an id of its own, as happens to answers that concern a child thread.</summary>
    public Fault Copy() => SetUp("copy", EventEffects.Copy);

    /// <summary>Sends an input twice with the same id: first as it was while it was queued, with <c>processed_at</c> null. Strikes inputs only.</summary>
    public Fault ShowQueued() => SetUp("show_queued", EventEffects.ShowQueued);

    /// <summary>Leaves the event out.</summary>
    public Fault Drop() => SetUp("drop", EventEffects.Drop);

    /// <summary>Sends an event of a type that nobody knows before the event, with an id of its own.</summary>
    /// <param name="type">Its type.</param>
    public Fault InsertUnknown(string type = "session.unheard_of")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(type);
        return SetUp("insert_unknown", (frame, dice) => EventEffects.InsertUnknown(frame, dice, type));
    }

    /// <summary>Gives the event a field that nobody knows.</summary>
    /// <param name="name">The field's name.</param>
    /// <param name="value">Its value; it is copied.</param>
    public Fault AddField(string name = "unheard_of", JsonNode? value = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        var kept = value?.DeepClone();
        return SetUp("add_field", (frame, _) => EventEffects.Change(frame, content => content[name] = kept?.DeepClone()));
    }

    /// <summary>Breaks the event off at a random byte of its JSON, so that its frame is whole but its data is not.</summary>
    public Fault Malform() => SetUp("malform", EventEffects.Malform);

    /// <summary>Empties the event's id.</summary>
    public Fault BlankId() => SetUp("blank_id", static (frame, _) => EventEffects.Change(frame, static content => content["id"] = "", needs: "id"));

    /// <summary>Gives an event with a stop reason another one, such as one that nobody knows. Strikes events with a stop reason only.</summary>
    /// <param name="type">The reason's type.</param>
    public Fault ChangeStopReason(string type = "unheard_of")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(type);
        return SetUp("change_stop_reason", (frame, _) => EventEffects.Change(frame, content => content["stop_reason"] = Json.Typed(type), needs: "stop_reason"));
    }

    private Fault SetUp(string action, Func<SseFrame, Random, IReadOnlyList<SseFrame>?> effect) =>
        SetUp(action, terms => new EventFault(terms, _types, effect));
}
