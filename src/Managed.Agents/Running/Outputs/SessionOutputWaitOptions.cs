namespace Managed.Agents;

/// <summary>How long to wait for the outputs of a session, which the service lists some seconds after the agent wrote them.</summary>
/// <remarks>The service does not say when the list is complete. So it counts as complete when it stayed the same for a while, or has as many files as were expected.</remarks>
public sealed record SessionOutputWaitOptions
{
    /// <summary>No waiting: what is listed now.</summary>
    public static SessionOutputWaitOptions None { get; } = new() { SettleDelay = TimeSpan.Zero };

    /// <summary>How many files to wait for, at least. As soon as there are so many, the waiting ends.</summary>
    /// <value>Default: null, when only <see cref="SettleDelay"/> tells.</value>
    public int? ExpectedCount { get; init; }

    /// <summary>How long the list must stay the same to count as complete. With <see cref="ExpectedCount"/> it is not looked at.</summary>
    /// <value>Default: 10 seconds.</value>
    public TimeSpan SettleDelay { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The longest wait in all.</summary>
    /// <value>Default: 1 minute. <see cref="Timeout.InfiniteTimeSpan"/> for none.</value>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The time from one look at the list to the next.</summary>
    /// <value>Default: 1 second.</value>
    public TimeSpan PollingInterval { get; init; } = TimeSpan.FromSeconds(1);
}
