namespace Managed.Agents.Models;

/// <summary>What a model can do.</summary>
public sealed record ModelCapabilities : ApiObject
{
    /// <summary>Batches of messages.</summary>
    public CapabilitySupport Batch { get; init => field = value ?? new CapabilitySupport(); } = new();

    /// <summary>Citations.</summary>
    public CapabilitySupport Citations { get; init => field = value ?? new CapabilitySupport(); } = new();

    /// <summary>Running code.</summary>
    public CapabilitySupport CodeExecution { get; init => field = value ?? new CapabilitySupport(); } = new();

    /// <summary>Images.</summary>
    public CapabilitySupport ImageInput { get; init => field = value ?? new CapabilitySupport(); } = new();

    /// <summary>PDF documents.</summary>
    public CapabilitySupport PdfInput { get; init => field = value ?? new CapabilitySupport(); } = new();

    /// <summary>Output that follows a schema.</summary>
    public CapabilitySupport StructuredOutputs { get; init => field = value ?? new CapabilitySupport(); } = new();

    /// <summary>Summing up a long conversation; null when the API does not say, as without a beta value (<see cref="CallOptions.Betas"/>) that asks for it.</summary>
    public CompactionCapability? Compaction { get; init; }

    /// <summary>Dropping parts of a long conversation.</summary>
    public ContextManagementCapability ContextManagement { get; init => field = value ?? new ContextManagementCapability(); } = new();

    /// <summary>The levels of effort.</summary>
    public EffortCapability Effort { get; init => field = value ?? new EffortCapability(); } = new();

    /// <summary>Tools that the service runs.</summary>
    public ServerToolsCapability ServerTools { get; init => field = value ?? new ServerToolsCapability(); } = new();

    /// <summary>Thinking before it answers.</summary>
    public ThinkingCapability Thinking { get; init => field = value ?? new ThinkingCapability(); } = new();
}
