namespace Managed.Agents;

/// <summary>A change of a work item. Only its metadata can be changed.</summary>
public sealed record WorkUpdateRequest : ApiObject
{
    /// <summary>Pairs to set; a null value deletes its key, keys not mentioned stay.</summary>
    public required IReadOnlyDictionary<string, string?> Metadata { get; init => field = ReadOnlyCopy.Map(value); }
}
