using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>A model and how it runs. A string converts to a model with every default.</summary>
public sealed record ModelConfig : ApiObject
{
    /// <summary>Names a model; set <see cref="Id"/>.</summary>
    public ModelConfig()
    {
    }

    /// <summary>Names a model with every default.</summary>
    /// <param name="id">The model's id.</param>
    [SetsRequiredMembers]
    public ModelConfig(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        Id = id;
    }

    /// <summary>The model's id, for example <c>claude-opus-5-5</c>; the models API lists them.</summary>
    public required string Id { get; init; }

    /// <summary>How much the model thinks and works.</summary>
    /// <value>
    /// Null for the model's default when an agent is created, and for the stored effort in an update. Never null in what the API hands out.
    /// </value>
    [JsonConverter(typeof(ModelEffortConverter))]
    public ModelEffort? Effort { get; init; }

    /// <summary>How fast the model writes; null means <see cref="ModelSpeed.Standard"/>. Not every model can be fast.</summary>
    public ModelSpeed? Speed { get; init; }

    /// <summary>Where the model runs: <c>us</c> or <c>global</c>. Null means the workspace's default, also in an update.</summary>
    public string? InferenceGeo { get; init; }

    /// <summary>Names a model with every default.</summary>
    /// <param name="id">The model's id.</param>
    public static implicit operator ModelConfig(string id) => FromString(id);

    /// <summary>Names a model with every default.</summary>
    /// <param name="id">The model's id.</param>
    /// <returns>The model.</returns>
    public static ModelConfig FromString(string id) => new(id);
}
