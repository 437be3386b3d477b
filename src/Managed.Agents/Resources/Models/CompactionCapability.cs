namespace Managed.Agents.Models;

/// <summary>How a model sums up a long conversation.</summary>
public sealed record CompactionCapability : ApiObject
{
    /// <summary>Whether the model can do it at all.</summary>
    public bool Supported { get; init; }

    /// <summary>By a summary that it writes.</summary>
    public CapabilitySupport Summarize { get; init => field = value ?? new CapabilitySupport(); } = new();
}
