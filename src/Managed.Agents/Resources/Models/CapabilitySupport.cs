namespace Managed.Agents.Models;

/// <summary>Whether a model can do something.</summary>
public sealed record CapabilitySupport : ApiObject
{
    /// <summary>Whether it can.</summary>
    public bool Supported { get; init; }
}
