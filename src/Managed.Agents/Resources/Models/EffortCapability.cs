namespace Managed.Agents.Models;

/// <summary>Which levels of effort a model has.</summary>
public sealed record EffortCapability : ApiObject
{
    /// <summary>Whether the model can do it at all.</summary>
    public bool Supported { get; init; }

    /// <summary>The level <c>low</c>.</summary>
    public CapabilitySupport Low { get; init => field = value ?? new CapabilitySupport(); } = new();

    /// <summary>The level <c>medium</c>.</summary>
    public CapabilitySupport Medium { get; init => field = value ?? new CapabilitySupport(); } = new();

    /// <summary>The level <c>high</c>.</summary>
    public CapabilitySupport High { get; init => field = value ?? new CapabilitySupport(); } = new();

    /// <summary>The level <c>xhigh</c>; null when the API does not say.</summary>
    public CapabilitySupport? Xhigh { get; init; }

    /// <summary>The level <c>max</c>.</summary>
    public CapabilitySupport Max { get; init => field = value ?? new CapabilitySupport(); } = new();
}
