using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents.Dreams;

/// <summary>The model of a dream. A string converts to the model with that id at standard speed.</summary>
[Experimental(PreviewFeature.DiagnosticId)]
public sealed record DreamModel : ApiObject
{
    /// <summary>Initializes a new instance of the <see cref="DreamModel"/> class. Set <see cref="Id"/>.</summary>
    public DreamModel()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="DreamModel"/> class.</summary>
    /// <param name="id">The model id.</param>
    [SetsRequiredMembers]
    public DreamModel(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        Id = id;
    }

    /// <summary>The model id, 1 to 256 characters.</summary>
    public required string Id { get; init; }

    /// <summary>The speed of the model. <see langword="null"/> means <see cref="ModelSpeed.Standard"/>, the only supported speed.</summary>
    public ModelSpeed? Speed { get; init; }

    /// <summary>Creates a model from its id.</summary>
    /// <param name="id">The model id.</param>
    public static implicit operator DreamModel(string id) => FromString(id);

    /// <summary>Creates a model from its id.</summary>
    /// <param name="id">The model id.</param>
    /// <returns>The model.</returns>
    public static DreamModel FromString(string id) => new(id);
}
