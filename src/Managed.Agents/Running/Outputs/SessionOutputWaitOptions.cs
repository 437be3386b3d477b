namespace Managed.Agents;

/// <summary>Options for waiting for the outputs of a session. The service lists them some seconds after the agent wrote them.</summary>
/// <remarks>The service does not report when the list is complete. It is treated as complete when it has not changed for <see cref="SettleDelay"/>, or when it has <see cref="ExpectedCount"/> files.</remarks>
public sealed record SessionOutputWaitOptions
{
    /// <summary>Returns the current list without waiting.</summary>
    public static SessionOutputWaitOptions None { get; } = new() { SettleDelay = TimeSpan.Zero };

    /// <summary>The minimum number of files to wait for. The wait ends as soon as the list has that many.</summary>
    /// <value>Default: null, which waits for <see cref="SettleDelay"/>.</value>
    public int? ExpectedCount { get; init; }

    /// <summary>How long the list must stay unchanged to be treated as complete. Not used with <see cref="ExpectedCount"/>.</summary>
    /// <value>Default: 10 seconds.</value>
    public TimeSpan SettleDelay { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The maximum total wait.</summary>
    /// <value>Default: 1 minute. <see cref="Timeout.InfiniteTimeSpan"/> for none.</value>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The interval between two requests for the list.</summary>
    /// <value>Default: 1 second.</value>
    public TimeSpan PollingInterval { get; init; } = TimeSpan.FromSeconds(1);
}
