namespace Managed.Agents.Work;

/// <summary>A change of a work item. Only its metadata can be changed.</summary>
public sealed record WorkUpdateRequest : ApiObject
{
    /// <summary>Pairs to set; a null value deletes its key, keys not mentioned stay.</summary>
    public required MetadataUpdate Metadata { get; init => field = MetadataUpdate.AsReadOnly(value); }
}
