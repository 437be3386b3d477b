namespace Managed.Agents;

/// <summary>What became of a send.</summary>
public sealed record SendOnceResult
{
    /// <summary>Whether it arrived.</summary>
    public required OnceOutcome Outcome { get; init; }

    /// <summary>The events as they are stored: those of the inputs, in their order.</summary>
    /// <value>When the outcome is unknown: whatever was found that may come from the inputs; there may be none, some, or too many.</value>
    public IReadOnlyList<SessionEvent> Events { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>How often it was sent.</summary>
    public int Attempts { get; init; } = 1;

    /// <summary>What went wrong last; null when nothing did.</summary>
    public ManagedAgentsException? Problem { get; init; }
}
