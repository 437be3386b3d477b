using System.Collections.ObjectModel;

namespace Managed.Agents;

/// <summary>A new environment.</summary>
public sealed record EnvironmentCreateRequest : ApiObject
{
    /// <summary>The name, which should be unique.</summary>
    public required string Name { get; init; }

    /// <summary>Where and how sessions run; null for the cloud with every default.</summary>
    public EnvironmentConfig? Config { get; init; }

    /// <summary>What the environment is for, in words for people.</summary>
    public string? Description { get; init; }

    /// <summary>Who the environment belongs to; null for the default of the kind of organization.</summary>
    public EnvironmentScope? Scope { get; init; }

    /// <summary>Key-value pairs of your own.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init => field = ReadOnlyCopy.Map(value); } = ReadOnlyDictionary<string, string>.Empty;
}
