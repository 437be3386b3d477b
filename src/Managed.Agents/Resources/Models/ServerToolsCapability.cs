namespace Managed.Agents.Models;

/// <summary>Which server tools a model can use.</summary>
public sealed record ServerToolsCapability : ApiObject
{
    /// <summary>Whether the model supports the feature.</summary>
    public bool Supported { get; init; }

    /// <summary>Code execution.</summary>
    public CapabilitySupport CodeExecution { get; init => field = value ?? new CapabilitySupport(); } = new();

    /// <summary>Web search.</summary>
    public CapabilitySupport WebSearch { get; init => field = value ?? new CapabilitySupport(); } = new();
}
