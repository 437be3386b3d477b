namespace Managed.Agents;

/// <summary>The object that has a key, and whether it was created by the call that returned it.</summary>
/// <typeparam name="T">The type of the object.</typeparam>
public sealed record GetOrCreateResult<T>
    where T : class
{
    /// <summary>The object that has the key. Of several, the oldest.</summary>
    public required T Value { get; init; }

    /// <summary>Whether this call created the object. If not, the object may differ from the request.</summary>
    public bool WasCreated { get; init; }

    /// <summary>The other objects with the same key that are not archived. Archive them if nothing uses them.</summary>
    /// <value>Normally empty. Another caller may have created one at the same moment, or an archive request failed.</value>
    public IReadOnlyList<T> Duplicates { get; init => field = ReadOnlyCopy.OfList(value); } = [];
}
