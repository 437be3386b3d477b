namespace Managed.Agents.Models;

/// <summary>Which server tools a model can use.</summary>
public sealed record ServerToolsCapability : ApiObject
{
    /// <summary>Whether the model supports the feature.</summary>
    public bool Supported { get; init; }

    /// <summary>Whether the model can use code execution.</summary>
    public CapabilitySupport CodeExecution { get; init => field = value ?? new CapabilitySupport(); } = new();

    /// <summary>Whether the model can use web search.</summary>
    public CapabilitySupport WebSearch { get; init => field = value ?? new CapabilitySupport(); } = new();
}
