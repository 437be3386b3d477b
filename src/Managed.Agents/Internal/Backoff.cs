namespace Managed.Agents;

/// <summary>The delays between attempts: each is twice the one before, up to a maximum.</summary>
/// <param name="first">The first delay.</param>
/// <param name="max">The longest delay.</param>
/// <param name="jitter">
/// Returns a number from 0 to below 1 for an attempt. The delay is then between half of its value and all of it, so that clients that failed
/// together do not return together. Null for exact delays.
/// </param>
internal sealed class Backoff(TimeSpan first, TimeSpan max, Func<int, double>? jitter = null)
{
    // Beyond this, doubling could overflow.
    private const int MaxDoublings = 30;

    /// <summary>The number of delays since the start or the last reset.</summary>
    public int Attempt { get; private set; }

    /// <summary>Returns the next delay.</summary>
    public TimeSpan Next()
    {
        Attempt++;
        var seconds = Math.Min(max.TotalSeconds, first.TotalSeconds * Math.Pow(2, Math.Min(Attempt - 1, MaxDoublings)));
        return TimeSpan.FromSeconds(jitter is null ? seconds : seconds * (0.5 + (jitter(Attempt) / 2)));
    }

    /// <summary>Starts again with the first delay.</summary>
    public void Reset() => Attempt = 0;
}
