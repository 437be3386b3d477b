namespace Managed.Agents;

/// <summary>A request to stop. It is processed before all queued inputs.</summary>
public sealed record UserInterrupt : SessionInput
{
    /// <summary>Initializes a new instance of the <see cref="UserInterrupt"/> class that interrupts every thread that is not archived.</summary>
    public UserInterrupt()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="UserInterrupt"/> class that interrupts one thread.</summary>
    /// <param name="sessionThreadId">The id of the thread (<c>sthr_…</c>); <see langword="null"/> for every thread that is not archived.</param>
    public UserInterrupt(string? sessionThreadId) => SessionThreadId = sessionThreadId;

    /// <summary>The id of the thread to stop.</summary>
    /// <value><see langword="null"/> means every thread that is not archived.</value>
    public string? SessionThreadId { get; init; }
}
