namespace Managed.Agents;

/// <summary>The request to update a work item. Only its metadata can be updated.</summary>
public sealed record WorkUpdateRequest : ApiObject
{
    /// <summary>The key-value pairs to set. A <see langword="null"/> value deletes its key. Other keys are unchanged.</summary>
    public required IReadOnlyDictionary<string, string?> Metadata { get; init => field = ReadOnlyCopy.Map(value); }
}
