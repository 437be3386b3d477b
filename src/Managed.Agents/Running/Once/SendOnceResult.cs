namespace Managed.Agents;

/// <summary>The result of a send that must not happen twice.</summary>
public sealed record SendOnceResult
{
    /// <summary>The outcome.</summary>
    public required OnceOutcome Outcome { get; init; }

    /// <summary>The stored events of the inputs, in the order of the inputs.</summary>
    /// <value>If the outcome is unknown, the events that may come from the inputs. There can be none, some, or too many.</value>
    public IReadOnlyList<SessionEvent> Events { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>The number of times the request was sent.</summary>
    public int Attempts { get; init; } = 1;

    /// <summary>The last error, or null if there was none.</summary>
    public ManagedAgentsException? Problem { get; init; }
}
