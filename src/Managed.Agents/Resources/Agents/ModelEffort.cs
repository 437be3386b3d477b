using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>The effort of a model. An <see cref="EffortLevel"/> and a string convert to it.</summary>
public sealed record ModelEffort : ApiObject
{
    /// <summary>Makes an effort; set <see cref="Level"/>.</summary>
    public ModelEffort()
    {
    }

    /// <summary>Makes an effort.</summary>
    /// <param name="level">How much.</param>
    [SetsRequiredMembers]
    public ModelEffort(EffortLevel level) => Level = level;

    /// <summary>How much.</summary>
    [JsonPropertyName("type")]
    public required EffortLevel Level { get; init; }

    /// <summary>Makes an effort.</summary>
    /// <param name="level">How much.</param>
    public static implicit operator ModelEffort(EffortLevel level) => FromEffortLevel(level);

    /// <summary>Makes an effort.</summary>
    /// <param name="level">How much, for example <c>high</c>.</param>
    public static implicit operator ModelEffort(string level) => FromString(level);

    /// <summary>Makes an effort.</summary>
    /// <param name="level">How much.</param>
    /// <returns>The effort.</returns>
    public static ModelEffort FromEffortLevel(EffortLevel level) => new(level);

    /// <summary>Makes an effort.</summary>
    /// <param name="level">How much, for example <c>high</c>.</param>
    /// <returns>The effort.</returns>
    public static ModelEffort FromString(string level) => new(new EffortLevel(level));
}
