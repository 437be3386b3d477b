namespace Managed.Agents;

/// <summary>What became of a create.</summary>
/// <typeparam name="T">What was to be created.</typeparam>
public sealed record CreateOnceResult<T>
    where T : class
{
    /// <summary>Whether it was created.</summary>
    public required OnceOutcome Outcome { get; init; }

    /// <summary>What was created; null when the outcome is unknown.</summary>
    public T? Value { get; init; }

    /// <summary>Everything that bears the marker, when the outcome is unknown: there may be none, or several.</summary>
    public IReadOnlyList<T> Candidates { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>The value of <see cref="CreateMarker.Key"/> in the metadata, by which to look for it later.</summary>
    public required string Marker { get; init; }

    /// <summary>How often it was sent.</summary>
    public int Attempts { get; init; } = 1;

    /// <summary>What went wrong last; null when nothing did.</summary>
    public ManagedAgentsException? Problem { get; init; }
}
