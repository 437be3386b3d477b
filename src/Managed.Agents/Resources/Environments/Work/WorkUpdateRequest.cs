namespace Managed.Agents.Work;

/// <summary>The request to update a work item. Only its metadata can be updated.</summary>
public sealed record WorkUpdateRequest : ApiObject
{
    /// <summary>The key-value pairs to set. A <see langword="null"/> value deletes its key. Other keys are unchanged.</summary>
    public required MetadataUpdate Metadata { get; init => field = MetadataUpdate.AsReadOnly(value); }
}
