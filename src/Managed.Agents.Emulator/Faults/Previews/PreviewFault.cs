namespace Managed.Agents.Emulator;

/// <summary>Stops the previews of messages early.</summary>
internal sealed class PreviewFault(FaultTerms terms, StreamPosition deltas, bool abandons) : Fault(terms)
{
    /// <summary>Draws the limit for the next message of a session.</summary>
    public static PreviewLimit Next(FaultRegistry registry, string sessionId)
    {
        foreach (var fault in registry.ActiveFor<PreviewFault>(sessionId))
        {
            var random = fault.NextRandom();
            if (fault.TryHit(random))
            {
                return fault.Draw(random);
            }
        }

        return PreviewLimit.None;
    }

    private PreviewLimit Draw(Random random) => new(deltas.Draw(random), abandons);
}

/// <summary>The number of deltas of one message, and whether the message itself is left out.</summary>
internal readonly record struct PreviewLimit(long Deltas, bool IsAbandoned)
{
    public static PreviewLimit None { get; } = new(long.MaxValue, IsAbandoned: false);
}
