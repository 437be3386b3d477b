using System.Text.Json;
using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>An error of a kind that this version does not know, kept as it was received.</summary>
[JsonConverter(typeof(UnknownVariantConverter<WorkflowRunError, UnknownWorkflowRunError>))]
public sealed record UnknownWorkflowRunError : WorkflowRunError, IUnknownVariant
{
    private readonly UnknownVariant _raw;

    /// <summary>Makes an unknown error from JSON, for example in a test.</summary>
    /// <param name="json">A JSON object with a <c>type</c>.</param>
    public UnknownWorkflowRunError(JsonElement json)
        : this(new UnknownVariant(json))
    {
    }

    internal UnknownWorkflowRunError(UnknownVariant raw)
    {
        _raw = raw;
        Message = raw.Text("message") ?? "";
    }

    /// <summary>The error as it was received.</summary>
    [JsonIgnore]
    public JsonElement Json => _raw.Json;

    /// <summary>Why an error of a known kind could not be read; null when the kind itself is unknown.</summary>
    [JsonIgnore]
    public string? Problem => _raw.Problem;

    UnknownVariant IUnknownVariant.Raw => _raw;
}
