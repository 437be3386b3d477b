namespace Managed.Agents;

/// <summary>How long a session exists and works.</summary>
public sealed record SessionStats : ApiObject
{
    internal static SessionStats None { get; } = new();

    /// <summary>How many seconds its threads worked, added up.</summary>
    public double? ActiveDuration { get; init; }

    /// <summary>How many seconds passed from its creation on.</summary>
    public double? TotalDuration { get; init; }
}
