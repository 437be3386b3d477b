namespace Managed.Agents;

/// <summary>A stored <see cref="UserInterrupt"/>: a request to stop.</summary>
/// <remarks><see cref="SessionEvent.SessionThreadId"/> is the thread to stop; <see langword="null"/> means every thread.</remarks>
public sealed record UserInterruptEvent : SessionEvent
{
    private protected override string? Detail => SessionThreadId;
}
