namespace Managed.Agents.Emulator;

/// <summary>Changes single events of a stream.</summary>
/// <param name="terms">The conditions.</param>
/// <param name="types">The types that the fault applies to; none for every event.</param>
/// <param name="effect">Returns the frames to send instead of the event, or null if the effect does not apply to it.</param>
internal sealed class EventFault(FaultTerms terms, IReadOnlySet<string> types, Func<SseFrame, Random, IReadOnlyList<SseFrame>?> effect) : Fault(terms)
{
    // These frames are not events: they have no ids and are not in the history.
    private static readonly HashSet<string> NonEvents = ["ping", "error", "event_start", "event_delta"];

    /// <summary>Returns the frames to send instead of a frame, or null to send it unchanged.</summary>
    public IReadOnlyList<SseFrame>? Apply(SseFrame frame, Random random)
    {
        if (!(types.Count > 0 ? types.Contains(frame.Event) : !NonEvents.Contains(frame.Event)) || !IsDrawn(random))
        {
            return null;
        }

        return effect(frame, random) is { } changed && TryHit() ? changed : null;
    }
}
