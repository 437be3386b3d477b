namespace Managed.Agents;

/// <summary>How long a thread exists and works.</summary>
public sealed record SessionThreadStats : ApiObject
{
    /// <summary>How many seconds the thread worked.</summary>
    public double? ActiveDuration { get; init; }

    /// <summary>How many seconds passed from its start on.</summary>
    public double? TotalDuration { get; init; }

    /// <summary>How many seconds the thread took to get ready.</summary>
    public double? StartupDuration { get; init; }
}
