namespace Managed.Agents;

/// <summary>A request to stop. It overtakes everything that waits in the queue.</summary>
public sealed record UserInterrupt : SessionInput
{
    /// <summary>Makes an interrupt of every thread that is not archived.</summary>
    public UserInterrupt()
    {
    }

    /// <summary>Makes an interrupt of one thread.</summary>
    /// <param name="sessionThreadId">The id of the thread.</param>
    public UserInterrupt(string? sessionThreadId) => SessionThreadId = sessionThreadId;

    /// <summary>The thread to stop.</summary>
    /// <value>Null for every thread that is not archived.</value>
    public string? SessionThreadId { get; init; }
}
