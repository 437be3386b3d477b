namespace Managed.Agents.Emulator;

/// <summary>Stops the previews of messages too early.</summary>
internal sealed class PreviewFault(FaultTerms terms, StreamPosition deltas, bool abandons) : Fault(terms)
{
    /// <summary>What becomes of the next message of a session.</summary>
    public static PreviewFate Next(FaultBook book, string sessionId)
    {
        foreach (var fault in book.For<PreviewFault>(sessionId))
        {
            var dice = fault.NextDice();
            if (fault.Strikes(dice))
            {
                return fault.Draw(dice);
            }
        }

        return PreviewFate.None;
    }

    private PreviewFate Draw(Random dice) => new(deltas.Draw(dice), abandons);
}

/// <summary>What becomes of one message: how many deltas there are, and whether it is never said.</summary>
internal readonly record struct PreviewFate(long Deltas, bool IsAbandoned)
{
    public static PreviewFate None { get; } = new(long.MaxValue, IsAbandoned: false);
}
