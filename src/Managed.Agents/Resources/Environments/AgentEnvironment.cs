using System.Collections.ObjectModel;

namespace Managed.Agents;

/// <summary>Where sessions run: a sandbox in the cloud with its network and packages, or machines of your own.</summary>
/// <remarks>An environment has no versions: a change reaches the sandboxes created after it.</remarks>
public sealed record AgentEnvironment : ApiObject
{
    internal override string? WireType => "environment";

    /// <summary>The id, <c>env_…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The name.</summary>
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>What the environment is for, in words for people; null when none was given.</summary>
    public string? Description { get; init; }

    /// <summary>Where and how sessions run.</summary>
    public EnvironmentConfig Config { get; init => field = value ?? new CloudEnvironmentConfig(); } = new CloudEnvironmentConfig();

    /// <summary>Who the environment belongs to; null when the API does not say.</summary>
    public EnvironmentScope? Scope { get; init; }

    /// <summary>The caller's own key-value pairs.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init => field = ReadOnlyCopy.Map(value); } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>When the environment was created.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the environment was last changed.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>When the environment was archived; null while new sessions can use it.</summary>
    public DateTimeOffset? ArchivedAt { get; init; }
}
