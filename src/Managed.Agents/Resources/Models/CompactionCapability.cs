namespace Managed.Agents.Models;

/// <summary>Whether and how a model can compact a long conversation.</summary>
public sealed record CompactionCapability : ApiObject
{
    /// <summary>Whether the model supports the feature.</summary>
    public bool Supported { get; init; }

    /// <summary>Whether the model supports compaction into a summary that it writes.</summary>
    public CapabilitySupport Summarize { get; init => field = value ?? new CapabilitySupport(); } = new();
}
