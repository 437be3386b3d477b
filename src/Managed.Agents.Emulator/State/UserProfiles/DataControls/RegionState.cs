namespace Managed.Agents.Emulator;

internal enum RegionPhase
{
    Pending,
    Active,
    Failed,
}

/// <summary>The key or bucket of one region. A region that has neither has no state.</summary>
/// <param name="Configured">The key or bucket that was sent.</param>
/// <param name="Phase">The current phase of its validation.</param>
/// <param name="Since">When the phase began.</param>
internal sealed record RegionState<T>(T Configured, RegionPhase Phase, DateTimeOffset Since)
    where T : class
{
    /// <summary>The key or bucket in use: the previous one until the configured one is active.</summary>
    public T? Effective { get; init; }

    /// <summary>Why the last validation or check failed.</summary>
    public CheckFailure? Failure { get; init; }

    public DateTimeOffset? LastCheckedAt { get; init; }
}
