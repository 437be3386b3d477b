using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>The effort of a model. An <see cref="EffortLevel"/> and a string convert to it.</summary>
public sealed record ModelEffort : ApiObject
{
    /// <summary>Initializes a new instance of the <see cref="ModelEffort"/> class. Set <see cref="Level"/>.</summary>
    public ModelEffort()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="ModelEffort"/> class.</summary>
    /// <param name="level">The level.</param>
    [SetsRequiredMembers]
    public ModelEffort(EffortLevel level) => Level = level;

    /// <summary>The level of effort.</summary>
    [JsonPropertyName("type")]
    public required EffortLevel Level { get; init; }

    /// <summary>Converts a level to an effort.</summary>
    /// <param name="level">The level.</param>
    public static implicit operator ModelEffort(EffortLevel level) => FromEffortLevel(level);

    /// <summary>Converts the name of a level to an effort.</summary>
    /// <param name="level">The level, for example <c>high</c>.</param>
    public static implicit operator ModelEffort(string level) => FromString(level);

    /// <summary>Creates an effort from a level.</summary>
    /// <param name="level">The level.</param>
    /// <returns>The effort.</returns>
    public static ModelEffort FromEffortLevel(EffortLevel level) => new(level);

    /// <summary>Creates an effort from the name of a level.</summary>
    /// <param name="level">The level, for example <c>high</c>.</param>
    /// <returns>The effort.</returns>
    public static ModelEffort FromString(string level) => new(new EffortLevel(level));
}
