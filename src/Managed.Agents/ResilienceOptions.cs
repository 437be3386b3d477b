namespace Managed.Agents;

/// <summary>When and how often a call is repeated.</summary>
/// <remarks>
/// Reads, updates, archives and deletes are repeated after 408, 429, 5xx, a failed connection or a time-out. Whatever creates or
/// sends is repeated only when the service surely did not take it: after 429, 529, or a connection that was never made, and after 409,
/// 423 or 425 when the service asks for it by <c>x-should-retry</c>.
/// </remarks>
public sealed class ResilienceOptions
{
    /// <summary>How often a call is repeated after its first attempt.</summary>
    /// <value>Default: 2. Range: 0 (never) and up.</value>
    public int MaxRetryAttempts { get; set; } = 2;

    /// <summary>The wait before the first repetition when the service does not name one; it doubles with each, with jitter.</summary>
    /// <value>Default: 0.5 seconds.</value>
    public TimeSpan BaseDelay { get; set; } = TimeSpan.FromSeconds(0.5);

    /// <summary>The longest wait between attempts when the service does not name one.</summary>
    /// <value>Default: 8 seconds.</value>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromSeconds(8);

    /// <summary>The longest wait that is honoured when the service names one (<c>retry-after</c>). A longer one is not waited for: the call fails, and the exception's <c>RetryAfter</c> has it.</summary>
    /// <value>Default: 1 minute.</value>
    public TimeSpan MaxRetryAfter { get; set; } = TimeSpan.FromMinutes(1);

    internal ResilienceOptions Copy() => (ResilienceOptions)MemberwiseClone();
}
