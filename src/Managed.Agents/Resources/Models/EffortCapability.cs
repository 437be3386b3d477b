namespace Managed.Agents.Models;

/// <summary>Which levels of effort a model supports.</summary>
public sealed record EffortCapability : ApiObject
{
    /// <summary>Whether the model supports the feature.</summary>
    public bool Supported { get; init; }

    /// <summary>Whether the model supports the level <c>low</c>.</summary>
    public CapabilitySupport Low { get; init => field = value ?? new CapabilitySupport(); } = new();

    /// <summary>Whether the model supports the level <c>medium</c>.</summary>
    public CapabilitySupport Medium { get; init => field = value ?? new CapabilitySupport(); } = new();

    /// <summary>Whether the model supports the level <c>high</c>.</summary>
    public CapabilitySupport High { get; init => field = value ?? new CapabilitySupport(); } = new();

    /// <summary>Whether the model supports the level <c>xhigh</c>; <see langword="null"/> when the API does not report it.</summary>
    public CapabilitySupport? Xhigh { get; init; }

    /// <summary>Whether the model supports the level <c>max</c>.</summary>
    public CapabilitySupport Max { get; init => field = value ?? new CapabilitySupport(); } = new();
}
