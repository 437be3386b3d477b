namespace Managed.Agents;

/// <summary>The duration and active time of a thread.</summary>
public sealed record SessionThreadStats : ApiObject
{
    /// <summary>The active time of the thread, in seconds.</summary>
    public double? ActiveDuration { get; init; }

    /// <summary>The time since the thread was started, in seconds.</summary>
    public double? TotalDuration { get; init; }

    /// <summary>The startup time of the thread, in seconds.</summary>
    public double? StartupDuration { get; init; }
}
