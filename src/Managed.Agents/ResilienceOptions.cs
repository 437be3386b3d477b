namespace Managed.Agents;

/// <summary>When and how often a request is retried.</summary>
/// <remarks>
/// Reads, updates, archives and deletes are retried after 408, 429, 5xx, a failed connection or a timeout. Requests that create or send
/// something are retried only if the service certainly did not accept them: after 429, 529 or a connection that could not be opened, and
/// after 409, 423 or 425 if the service asks for a retry with <c>x-should-retry</c>.
/// </remarks>
public sealed class ResilienceOptions
{
    /// <summary>The maximum number of retries after the first attempt.</summary>
    /// <value>Default: 2. Must be between 0 (no retries) and 100.</value>
    public int MaxRetryAttempts { get; set; } = 2;

    /// <summary>The delay before the first retry if the service does not request one. It doubles with each retry and has jitter.</summary>
    /// <value>Default: 0.5 seconds. Must be between zero and one day.</value>
    public TimeSpan BaseDelay { get; set; } = TimeSpan.FromSeconds(0.5);

    /// <summary>The longest delay between attempts if the service does not request one.</summary>
    /// <value>Default: 8 seconds. Must be between zero and one day.</value>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromSeconds(8);

    /// <summary>The longest delay that is accepted from the service (<c>retry-after</c>). If the service requests a longer one, the request fails without a retry, and the <c>RetryAfter</c> of the exception has the delay.</summary>
    /// <value>Default: 1 minute. Must be between zero and one day.</value>
    public TimeSpan MaxRetryAfter { get; set; } = TimeSpan.FromMinutes(1);

    internal ResilienceOptions Copy() => (ResilienceOptions)MemberwiseClone();
}
