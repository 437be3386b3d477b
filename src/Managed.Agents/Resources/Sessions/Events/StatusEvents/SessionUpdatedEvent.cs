namespace Managed.Agents;

/// <summary>The session was updated. Properties that did not change are not set.</summary>
public sealed record SessionUpdatedEvent : SessionEvent
{
    /// <summary>The complete agent configuration of the session, when any part of it changed.</summary>
    /// <value><see langword="null"/> when it did not change.</value>
    public SessionAgent? Agent { get; init; }

    /// <summary>The new budget.</summary>
    /// <value>Not specified when it did not change; <see langword="null"/> when it was removed.</value>
    public Optional<BudgetLimit> Budget { get; init; }

    /// <summary>The complete metadata, when any part of it changed.</summary>
    /// <value><see langword="null"/> when it did not change or was cleared.</value>
    public Metadata? Metadata { get; init => field = value is null or { Count: 0 } ? null : Metadata.AsReadOnly(value); }

    /// <summary>The new title.</summary>
    /// <value>Not specified when it did not change.</value>
    public Optional<string> Title { get; init; }
}
