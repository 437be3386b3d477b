namespace Managed.Agents;

/// <summary>A change of an environment. What is left out stays as it is.</summary>
public sealed record EnvironmentUpdateRequest : ApiObject
{
    /// <summary>The new name; null keeps it.</summary>
    public string? Name { get; init; }

    /// <summary>The new configuration, of the same kind as the stored one; parts left out keep. Null keeps all.</summary>
    public EnvironmentConfig? Config { get; init; }

    /// <summary>The new description; null clears it, an empty one is stored as such.</summary>
    public Optional<string> Description { get; init; }

    /// <summary>Who the environment belongs to; null keeps.</summary>
    public EnvironmentScope? Scope { get; init; }

    /// <summary>Pairs to set; a null or empty value deletes its key, keys not mentioned stay.</summary>
    public IReadOnlyDictionary<string, string?>? Metadata { get; init => field = ReadOnlyCopy.MapOrNull(value); }
}
