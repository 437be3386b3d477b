namespace Managed.Agents;

/// <summary>The outcome of a send or create that must not happen twice.</summary>
public enum OnceOutcome
{
    /// <summary>Unknown. The request may have taken effect completely, partly, twice, or not at all.</summary>
    Unknown,

    /// <summary>The request was sent and the service confirmed it.</summary>
    Sent,

    /// <summary>The response was lost, but the check found the result at the service.</summary>
    Found,
}
