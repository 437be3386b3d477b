namespace Managed.Agents;

/// <summary>The place where sessions run: a cloud sandbox with its network access and packages, or your own machines.</summary>
/// <remarks>Environments are not versioned. A change applies to sandboxes created after it.</remarks>
public sealed record AgentEnvironment : ApiObject, ICreatedObject
{
    internal override string? WireType => "environment";

    /// <summary>The id, <c>env_…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The name.</summary>
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>A description of the environment for people; <see langword="null"/> when there is none.</summary>
    public string? Description { get; init; }

    /// <summary>Where and how the sessions run.</summary>
    public EnvironmentConfig Config { get; init => field = value ?? new CloudEnvironmentConfig(); } = new CloudEnvironmentConfig();

    /// <summary>The owner of the environment; <see langword="null"/> when the API does not report it.</summary>
    public EnvironmentScope? Scope { get; init; }

    /// <summary>Custom key-value pairs.</summary>
    public Metadata Metadata { get; init => field = Metadata.AsReadOnly(value); } = Metadata.Empty;

    /// <summary>When the environment was created.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the environment was last updated.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>When the environment was archived; <see langword="null"/> when it is not archived.</summary>
    public DateTimeOffset? ArchivedAt { get; init; }
}
