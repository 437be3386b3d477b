namespace Managed.Agents;

/// <summary>What became of something that must not come twice.</summary>
public enum OnceOutcome
{
    /// <summary>It is not known: it may have arrived, not at all, in part, or twice. Nothing is guessed.</summary>
    Unknown,

    /// <summary>It was sent, and the service said so.</summary>
    Sent,

    /// <summary>Its answer was lost, and it was found at the service.</summary>
    Found,
}
