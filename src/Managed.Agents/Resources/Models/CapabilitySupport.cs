namespace Managed.Agents.Models;

/// <summary>Whether a model supports a capability.</summary>
public sealed record CapabilitySupport : ApiObject
{
    /// <summary>Whether the capability is supported.</summary>
    public bool Supported { get; init; }
}
