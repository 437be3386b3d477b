namespace Managed.Agents.Work;

/// <summary>The request to stop a work item.</summary>
public sealed record WorkStopRequest : ApiObject
{
    /// <summary>Whether to stop the item immediately. Otherwise the worker learns of the stop with its next heartbeat, ends its work and confirms.</summary>
    public bool? Force { get; init; }
}
