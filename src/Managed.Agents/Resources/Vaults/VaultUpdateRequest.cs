namespace Managed.Agents;

/// <summary>The request to update a vault. Omitted properties are unchanged.</summary>
public sealed record VaultUpdateRequest : ApiObject
{
    /// <summary>The new name, 1 to 255 characters; <see langword="null"/> leaves it unchanged.</summary>
    public string? DisplayName { get; init; }

    /// <summary>The key-value pairs to set. A <see langword="null"/> value deletes its key. Other keys are unchanged.</summary>
    public MetadataUpdate? Metadata { get; init => field = MetadataUpdate.AsReadOnlyOrNull(value); }
}
