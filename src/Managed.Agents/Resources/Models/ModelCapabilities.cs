namespace Managed.Agents.Models;

/// <summary>The capabilities of a model.</summary>
public sealed record ModelCapabilities : ApiObject
{
    /// <summary>Message batches.</summary>
    public CapabilitySupport Batch { get; init => field = value ?? new CapabilitySupport(); } = new();

    /// <summary>Citations.</summary>
    public CapabilitySupport Citations { get; init => field = value ?? new CapabilitySupport(); } = new();

    /// <summary>Code execution.</summary>
    public CapabilitySupport CodeExecution { get; init => field = value ?? new CapabilitySupport(); } = new();

    /// <summary>Images as input.</summary>
    public CapabilitySupport ImageInput { get; init => field = value ?? new CapabilitySupport(); } = new();

    /// <summary>PDF documents as input.</summary>
    public CapabilitySupport PdfInput { get; init => field = value ?? new CapabilitySupport(); } = new();

    /// <summary>Output that follows a schema.</summary>
    public CapabilitySupport StructuredOutputs { get; init => field = value ?? new CapabilitySupport(); } = new();

    /// <summary>Compaction of a long conversation.</summary>
    /// <value><see langword="null"/> when the API does not report it, for example without the beta value (<see cref="CallOptions.Betas"/>) that requests it.</value>
    public CompactionCapability? Compaction { get; init; }

    /// <summary>Removal of parts of a long conversation.</summary>
    public ContextManagementCapability ContextManagement { get; init => field = value ?? new ContextManagementCapability(); } = new();

    /// <summary>The levels of effort.</summary>
    public EffortCapability Effort { get; init => field = value ?? new EffortCapability(); } = new();

    /// <summary>Tools that run at the service.</summary>
    public ServerToolsCapability ServerTools { get; init => field = value ?? new ServerToolsCapability(); } = new();

    /// <summary>Thinking before the answer.</summary>
    public ThinkingCapability Thinking { get; init => field = value ?? new ThinkingCapability(); } = new();
}
