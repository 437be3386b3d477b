using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents.Dreams;

/// <summary>The model of a dream. A string converts to a model at standard speed.</summary>
[Experimental(PreviewFeature.DiagnosticId)]
public sealed record DreamModel : ApiObject
{
    /// <summary>Names a model; set <see cref="Id"/>.</summary>
    public DreamModel()
    {
    }

    /// <summary>Names a model.</summary>
    /// <param name="id">The model's id.</param>
    [SetsRequiredMembers]
    public DreamModel(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        Id = id;
    }

    /// <summary>The model's id: 1 to 256 characters.</summary>
    public required string Id { get; init; }

    /// <summary>How fast the model writes; null means <see cref="ModelSpeed.Standard"/>, the only speed that is accepted.</summary>
    public ModelSpeed? Speed { get; init; }

    /// <summary>Names a model.</summary>
    /// <param name="id">The model's id.</param>
    public static implicit operator DreamModel(string id) => FromString(id);

    /// <summary>Names a model.</summary>
    /// <param name="id">The model's id.</param>
    /// <returns>The model.</returns>
    public static DreamModel FromString(string id) => new(id);
}
