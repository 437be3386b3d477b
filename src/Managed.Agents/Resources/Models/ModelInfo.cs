namespace Managed.Agents.Models;

/// <summary>A model with its lifecycle, limits and capabilities.</summary>
public sealed record ModelInfo : ApiObject
{
    internal override string? WireType => "model";

    /// <summary>The id, for example <c>claude-opus-5-5</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The name, for display.</summary>
    public string DisplayName { get; init => field = value ?? ""; } = "";

    /// <summary>The model line; <see langword="null"/> for none.</summary>
    public ModelLine? Line { get; init; }

    /// <summary>The lifecycle state of the model.</summary>
    public ModelLifecycle Lifecycle { get; init; }

    /// <summary>When the model was released; a date in 1970 when unknown.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the model was deprecated; <see langword="null"/> while it is active.</summary>
    public DateTimeOffset? DeprecatedAt { get; init; }

    /// <summary>When the model will be retired; <see langword="null"/> when this is not planned. The date can change.</summary>
    public DateTimeOffset? RetiresAt { get; init; }

    /// <summary>The maximum number of input tokens; <see langword="null"/> when unknown.</summary>
    public long? MaxInputTokens { get; init; }

    /// <summary>The maximum number of output tokens; <see langword="null"/> when unknown.</summary>
    public long? MaxTokens { get; init; }

    /// <summary>The capabilities of the model; <see langword="null"/> when unknown.</summary>
    public ModelCapabilities? Capabilities { get; init; }

    /// <summary>The models that can be used as a fallback for this model; empty when there are none.</summary>
    /// <value><see langword="null"/> or omitted when the API does not report it, for example without the beta value (<see cref="CallOptions.Betas"/>) that requests it.</value>
    public OptionalList<string> AllowedFallbackModels { get; init; }
}
