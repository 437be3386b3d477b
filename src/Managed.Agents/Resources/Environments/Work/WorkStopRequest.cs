namespace Managed.Agents.Work;

/// <summary>How to stop a work item.</summary>
public sealed record WorkStopRequest : ApiObject
{
    /// <summary>True stops the item at once. Otherwise its worker is told with the next heartbeat, ends what it does, and confirms.</summary>
    public bool? Force { get; init; }
}
