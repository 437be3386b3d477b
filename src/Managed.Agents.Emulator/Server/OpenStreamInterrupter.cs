namespace Managed.Agents.Emulator;

/// <summary>Interrupts all event streams that are open at one moment.</summary>
internal sealed class OpenStreamInterrupter
{
    private StreamInterruption _next = new();

    /// <summary>The interruption that applies to streams that open now.</summary>
    public StreamInterruption Next => Volatile.Read(ref _next);

    /// <param name="finalError">The error that the streams end with; null to break their connections.</param>
    public void Interrupt(ApiError? finalError) => Interlocked.Exchange(ref _next, new StreamInterruption()).Trigger(finalError);
}
