namespace Managed.Agents.Models;

/// <summary>A model: how long it lasts, how much it takes, and what it can do.</summary>
public sealed record ModelInfo : ApiObject
{
    internal override string? WireType => "model";

    /// <summary>The id, for example <c>claude-opus-5-5</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The name for people.</summary>
    public string DisplayName { get; init => field = value ?? ""; } = "";

    /// <summary>The line that it belongs to; null for none.</summary>
    public ModelLine? Line { get; init; }

    /// <summary>How long it will still be there.</summary>
    public ModelLifecycle Lifecycle { get; init; }

    /// <summary>When it was released; 1970 when that is not known.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was deprecated; null while it is active.</summary>
    public DateTimeOffset? DeprecatedAt { get; init; }

    /// <summary>When it is to be retired; null while that is not planned. The time may be revised.</summary>
    public DateTimeOffset? RetiresAt { get; init; }

    /// <summary>How many tokens it takes in; null when that is not known.</summary>
    public long? MaxInputTokens { get; init; }

    /// <summary>How many tokens it writes at most; null when that is not known.</summary>
    public long? MaxTokens { get; init; }

    /// <summary>What it can do; null when that is not known.</summary>
    public ModelCapabilities? Capabilities { get; init; }

    /// <summary>The models that may stand in for it: empty when none may.</summary>
    /// <value>Null or left out when the API does not say, as without a beta value (<see cref="CallOptions.Betas"/>) that asks for it.</value>
    public OptionalList<string> AllowedFallbackModels { get; init; }
}
