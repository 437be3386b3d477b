using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents;

/// <summary>A model in the roster of a <see cref="MultiagentCoordinator"/> that the agent can ask for advice.</summary>
public sealed record Advisor : MultiagentRosterEntry
{
    /// <summary>Names an advisor; set <see cref="Model"/>.</summary>
    public Advisor()
    {
    }

    /// <summary>Names an advisor.</summary>
    /// <param name="model">The id of the model that advises.</param>
    [SetsRequiredMembers]
    public Advisor(string model)
    {
        ArgumentNullException.ThrowIfNull(model);
        Model = model;
    }

    /// <summary>The id of the model that advises. Not every model may advise every other.</summary>
    public required string Model { get; init; }
}
