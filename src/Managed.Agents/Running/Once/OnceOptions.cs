namespace Managed.Agents;

/// <summary>How a send or a create that may have arrived is looked for before it is repeated.</summary>
/// <remarks>
/// The API has no key by which it would know a repetition again, so this much can be promised and no more: nothing is repeated that the
/// service has stored within the settle window. What it stores later than that can come twice; the look after a repetition notices it when
/// it comes within another window, and the outcome then is <see cref="OnceOutcome.Unknown"/>. With <see cref="MaxRetryAttempts"/> at 0 nothing
/// ever comes twice, at the price of an unknown outcome whenever nothing is found.
/// </remarks>
public sealed record OnceOptions
{
    /// <summary>How long to wait after an ambiguous failure before looking: the longest that the service may take to store what it was sent.</summary>
    /// <value>Default: 10 seconds. Zero or more.</value>
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

    /// <summary>The number of retries after the first attempt, when nothing of it is found.</summary>
    /// <value>Default: 2. 0 never sends again.</value>
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
