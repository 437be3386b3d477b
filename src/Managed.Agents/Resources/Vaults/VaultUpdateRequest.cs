namespace Managed.Agents;

/// <summary>A change of a vault. What is left out stays as it is.</summary>
public sealed record VaultUpdateRequest : ApiObject
{
    /// <summary>The new name, 1 to 255 characters; null keeps it.</summary>
    public string? DisplayName { get; init; }

    /// <summary>Pairs to set; a null value deletes its key, keys not mentioned stay.</summary>
    public IReadOnlyDictionary<string, string?>? Metadata { get; init => field = ReadOnlyCopy.MapOrNull(value); }
}
