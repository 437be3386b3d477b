namespace Managed.Agents.Emulator;

/// <summary>Does something to single events of a stream.</summary>
/// <param name="terms">When it strikes.</param>
/// <param name="types">The types it is for; none for every event.</param>
/// <param name="effect">What is sent in place of the event; null if the event is not of the kind it can be done to.</param>
internal sealed class EventFault(FaultTerms terms, IReadOnlySet<string> types, Func<SseFrame, Random, IReadOnlyList<SseFrame>?> effect) : Fault(terms)
{
    // Not events: nothing is lost with them, and they have no ids.
    private static readonly HashSet<string> Others = ["ping", "error", "event_start", "event_delta"];

    /// <summary>What is sent in place of a frame; null for the frame as it is.</summary>
    public IReadOnlyList<SseFrame>? Apply(SseFrame frame, Random dice)
    {
        if (!(types.Count > 0 ? types.Contains(frame.Event) : !Others.Contains(frame.Event)) || !Fits(dice))
        {
            return null;
        }

        return effect(frame, dice) is { } changed && TryStrike() ? changed : null;
    }
}
