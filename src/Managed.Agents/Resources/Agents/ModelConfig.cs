using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>A model and its settings. A string converts to a model with default settings.</summary>
public sealed record ModelConfig : ApiObject
{
    /// <summary>Initializes a new instance of the <see cref="ModelConfig"/> class. Set <see cref="Id"/>.</summary>
    public ModelConfig()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="ModelConfig"/> class with default settings.</summary>
    /// <param name="id">The id of the model.</param>
    [SetsRequiredMembers]
    public ModelConfig(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        Id = id;
    }

    /// <summary>The id of the model, for example <c>claude-opus-5-5</c>. The models API lists all ids.</summary>
    public required string Id { get; init; }

    /// <summary>How much the model thinks and works before it answers.</summary>
    /// <value>
    /// When creating an agent, <see langword="null"/> uses the default of the model. When updating, <see langword="null"/> keeps the stored
    /// effort if the model id is the same. Never <see langword="null"/> in a response.
    /// </value>
    [JsonConverter(typeof(ModelEffortConverter))]
    public ModelEffort? Effort { get; init; }

    /// <summary>How fast the model writes. Default: <see cref="ModelSpeed.Standard"/>. Not every model supports a faster speed.</summary>
    public ModelSpeed? Speed { get; init; }

    /// <summary>Where the model runs: <c>us</c> or <c>global</c>. <see langword="null"/> uses the default of the workspace, also in an update.</summary>
    public string? InferenceGeo { get; init; }

    /// <summary>Converts the id of a model to a model with default settings.</summary>
    /// <param name="id">The id of the model.</param>
    public static implicit operator ModelConfig(string id) => FromString(id);

    /// <summary>Creates a model with default settings.</summary>
    /// <param name="id">The id of the model.</param>
    /// <returns>The model.</returns>
    public static ModelConfig FromString(string id) => new(id);
}
