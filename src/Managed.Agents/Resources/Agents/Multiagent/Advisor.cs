using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents;

/// <summary>A model in the roster of a <see cref="MultiagentCoordinator"/> that the agent can ask for advice.</summary>
public sealed record Advisor : MultiagentRosterEntry
{
    /// <summary>Initializes a new instance of the <see cref="Advisor"/> class. Set <see cref="Model"/>.</summary>
    public Advisor()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="Advisor"/> class.</summary>
    /// <param name="model">The id of the advising model.</param>
    [SetsRequiredMembers]
    public Advisor(string model)
    {
        ArgumentNullException.ThrowIfNull(model);
        Model = model;
    }

    /// <summary>The id of the advising model. Not every model can advise every other model.</summary>
    public required string Model { get; init; }
}
