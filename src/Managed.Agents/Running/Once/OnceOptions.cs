namespace Managed.Agents;

/// <summary>Options for sends and creates that must not happen twice: after an ambiguous failure, the client checks the service before it retries.</summary>
/// <remarks>
/// The API has no idempotency key. A request is not sent again if the service stored it within the settle delay. If the service stores it
/// later, it can be duplicated. The check after the retry detects a duplicate that appears within another settle delay, and the outcome is
/// then <see cref="OnceOutcome.Unknown"/>. If <see cref="MaxRetryAttempts"/> is 0, the request is never duplicated, but the outcome is
/// unknown whenever nothing is found.
/// </remarks>
public sealed record OnceOptions
{
    /// <summary>How long to wait after an ambiguous failure before the check. It should be the longest time that the service needs to store a request.</summary>
    /// <value>Default: 10 seconds. Must not be negative.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or longer than about 49 days.</exception>
    public TimeSpan SettleDelay
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, ToolOptions.MaxTimeout);
            field = value;
        }
    } = TimeSpan.FromSeconds(10);

    /// <summary>The maximum number of retries after the first attempt, if the check finds nothing.</summary>
    /// <value>Default: 2. 0 turns retries off.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int MaxRetryAttempts
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = value;
        }
    } = 2;
}
