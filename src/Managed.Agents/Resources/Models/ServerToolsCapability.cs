namespace Managed.Agents.Models;

/// <summary>Which tools of the service a model can use.</summary>
public sealed record ServerToolsCapability : ApiObject
{
    /// <summary>Whether the model can do it at all.</summary>
    public bool Supported { get; init; }

    /// <summary>Running code.</summary>
    public CapabilitySupport CodeExecution { get; init => field = value ?? new CapabilitySupport(); } = new();

    /// <summary>Searching the web.</summary>
    public CapabilitySupport WebSearch { get; init => field = value ?? new CapabilitySupport(); } = new();
}
