namespace Managed.Agents.Models;

/// <summary>The capabilities of a model.</summary>
public sealed record ModelCapabilities : ApiObject
{
    /// <summary>Whether the model supports message batches.</summary>
    public CapabilitySupport Batch { get; init => field = value ?? new CapabilitySupport(); } = new();

    /// <summary>Whether the model supports citations.</summary>
    public CapabilitySupport Citations { get; init => field = value ?? new CapabilitySupport(); } = new();

    /// <summary>Whether the model supports code execution.</summary>
    public CapabilitySupport CodeExecution { get; init => field = value ?? new CapabilitySupport(); } = new();

    /// <summary>Whether the model accepts images as input.</summary>
    public CapabilitySupport ImageInput { get; init => field = value ?? new CapabilitySupport(); } = new();

    /// <summary>Whether the model accepts PDF documents as input.</summary>
    public CapabilitySupport PdfInput { get; init => field = value ?? new CapabilitySupport(); } = new();

    /// <summary>Whether the model supports output that follows a schema.</summary>
    public CapabilitySupport StructuredOutputs { get; init => field = value ?? new CapabilitySupport(); } = new();

    /// <summary>Whether and how the model can compact a long conversation.</summary>
    /// <value><see langword="null"/> when the API does not report it, for example without the beta value (<see cref="CallOptions.Betas"/>) that requests it.</value>
    public CompactionCapability? Compaction { get; init; }

    /// <summary>Which parts of a long conversation the model can remove.</summary>
    public ContextManagementCapability ContextManagement { get; init => field = value ?? new ContextManagementCapability(); } = new();

    /// <summary>Which levels of effort the model supports.</summary>
    public EffortCapability Effort { get; init => field = value ?? new EffortCapability(); } = new();

    /// <summary>Which tools that run at the service the model can use.</summary>
    public ServerToolsCapability ServerTools { get; init => field = value ?? new ServerToolsCapability(); } = new();

    /// <summary>Whether and how the model can think before it answers.</summary>
    public ThinkingCapability Thinking { get; init => field = value ?? new ThinkingCapability(); } = new();
}
