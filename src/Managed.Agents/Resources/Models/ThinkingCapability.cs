namespace Managed.Agents.Models;

/// <summary>Whether and how a model can think before it answers.</summary>
public sealed record ThinkingCapability : ApiObject
{
    /// <summary>Whether the model supports the feature.</summary>
    public bool Supported { get; init; }

    /// <summary>The supported thinking modes.</summary>
    public ThinkingTypes Types { get; init => field = value ?? new ThinkingTypes(); } = new();
}

/// <summary>The thinking modes of a model.</summary>
public sealed record ThinkingTypes : ApiObject
{
    /// <summary>Whether the model can decide how much to think.</summary>
    public CapabilitySupport Adaptive { get; init => field = value ?? new CapabilitySupport(); } = new();

    /// <summary>Whether the model can also think between tool uses.</summary>
    public CapabilitySupport BetweenTools { get; init => field = value ?? new CapabilitySupport(); } = new();

    /// <summary>Whether thinking can be disabled.</summary>
    public CapabilitySupport Disabled { get; init => field = value ?? new CapabilitySupport(); } = new();

    /// <summary>Whether thinking can be enabled.</summary>
    public CapabilitySupport Enabled { get; init => field = value ?? new CapabilitySupport(); } = new();
}
