namespace Managed.Agents;

/// <summary>The request to create an environment.</summary>
public sealed record EnvironmentCreateRequest : ApiObject
{
    /// <summary>The name. Should be unique.</summary>
    public required string Name { get; init; }

    /// <summary>Where and how the sessions run; <see langword="null"/> uses the cloud with default settings.</summary>
    public EnvironmentConfig? Config { get; init; }

    /// <summary>A description of the environment for people.</summary>
    public string? Description { get; init; }

    /// <summary>The owner of the environment; <see langword="null"/> uses the default, which depends on the type of organization.</summary>
    public EnvironmentScope? Scope { get; init; }

    /// <summary>Custom key-value pairs.</summary>
    public Metadata Metadata { get; init => field = Metadata.AsReadOnly(value); } = Metadata.Empty;
}
