namespace Managed.Agents;

/// <summary>The request to update an environment. Omitted properties are unchanged.</summary>
public sealed record EnvironmentUpdateRequest : ApiObject
{
    /// <summary>The new name; <see langword="null"/> leaves it unchanged.</summary>
    public string? Name { get; init; }

    /// <summary>The new configuration, of the same type as the stored one; <see langword="null"/> leaves it unchanged. Omitted parts are also unchanged.</summary>
    public EnvironmentConfig? Config { get; init; }

    /// <summary>The new description. <see langword="null"/> clears it; an empty string is stored as an empty description.</summary>
    public Optional<string> Description { get; init; }

    /// <summary>The owner of the environment; <see langword="null"/> leaves it unchanged.</summary>
    public EnvironmentScope? Scope { get; init; }

    /// <summary>The key-value pairs to set. A <see langword="null"/> or empty value deletes its key. Other keys are unchanged.</summary>
    public MetadataUpdate? Metadata { get; init => field = MetadataUpdate.AsReadOnlyOrNull(value); }
}
