namespace Managed.Agents;

/// <summary>A request to stop, as it was stored.</summary>
/// <remarks><see cref="SessionEvent.SessionThreadId"/> is the thread to stop; null means every thread.</remarks>
public sealed record UserInterruptEvent : SessionEvent
{
    private protected override string? Detail => SessionThreadId;
}
