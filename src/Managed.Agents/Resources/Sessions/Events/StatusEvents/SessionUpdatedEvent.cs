namespace Managed.Agents;

/// <summary>The configuration of the session was changed. What did not change is left out.</summary>
public sealed record SessionUpdatedEvent : SessionEvent
{
    /// <summary>The agent of the session: the whole configuration, when any of it changed.</summary>
    /// <value>Null when it did not change.</value>
    public SessionAgent? Agent { get; init; }

    /// <summary>The budget.</summary>
    /// <value>Not specified when it did not change; null when it was removed.</value>
    public Optional<BudgetLimit> Budget { get; init; }

    /// <summary>The metadata: all of it, when any of it changed.</summary>
    /// <value>Null when it did not change or was emptied.</value>
    public IReadOnlyDictionary<string, string>? Metadata { get; init => field = ReadOnlyCopy.MapOrNull(value); }

    /// <summary>The title.</summary>
    /// <value>Not specified when it did not change.</value>
    public Optional<string> Title { get; init; }
}
