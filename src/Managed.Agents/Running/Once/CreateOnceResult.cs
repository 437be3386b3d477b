namespace Managed.Agents;

/// <summary>The result of a create that must not happen twice.</summary>
/// <typeparam name="T">The type of the object to create.</typeparam>
public sealed record CreateOnceResult<T>
    where T : class
{
    /// <summary>The outcome.</summary>
    public required OnceOutcome Outcome { get; init; }

    /// <summary>The created object, or null if the outcome is unknown.</summary>
    public T? Value { get; init; }

    /// <summary>The objects with the marker, if the outcome is unknown. There can be none or several.</summary>
    public IReadOnlyList<T> Candidates { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>The value of <see cref="CreateMarker.Key"/> in the metadata. Use it to find the object later.</summary>
    public required string Marker { get; init; }

    /// <summary>The number of times the request was sent.</summary>
    public int Attempts { get; init; } = 1;

    /// <summary>The last error, or null if there was none.</summary>
    public ManagedAgentsException? Problem { get; init; }
}
