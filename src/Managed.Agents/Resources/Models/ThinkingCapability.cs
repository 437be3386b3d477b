namespace Managed.Agents.Models;

/// <summary>How a model thinks before it answers.</summary>
public sealed record ThinkingCapability : ApiObject
{
    /// <summary>Whether the model can do it at all.</summary>
    public bool Supported { get; init; }

    /// <summary>The ways to set it.</summary>
    public ThinkingTypes Types { get; init => field = value ?? new ThinkingTypes(); } = new();
}

/// <summary>The ways to set the thinking of a model.</summary>
public sealed record ThinkingTypes : ApiObject
{
    /// <summary>The model decides how much to think.</summary>
    public CapabilitySupport Adaptive { get; init => field = value ?? new CapabilitySupport(); } = new();

    /// <summary>The model also thinks between its uses of tools.</summary>
    public CapabilitySupport BetweenTools { get; init => field = value ?? new CapabilitySupport(); } = new();

    /// <summary>Thinking can be switched off.</summary>
    public CapabilitySupport Disabled { get; init => field = value ?? new CapabilitySupport(); } = new();

    /// <summary>Thinking can be switched on.</summary>
    public CapabilitySupport Enabled { get; init => field = value ?? new CapabilitySupport(); } = new();
}
