using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents;

/// <summary>An agent by id, at a specific version or the latest.</summary>
public sealed record SessionAgentById : SessionAgentReference
{
    /// <summary>Initializes a new instance of the <see cref="SessionAgentById"/> class. Set <see cref="Id"/>.</summary>
    public SessionAgentById()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="SessionAgentById"/> class.</summary>
    /// <param name="id">The id of the agent (<c>agent_…</c>).</param>
    /// <param name="version">The version; <see langword="null"/> for the latest.</param>
    [SetsRequiredMembers]
    public SessionAgentById(string id, int? version = null)
    {
        ArgumentNullException.ThrowIfNull(id);
        Id = id;
        Version = version;
    }

    /// <summary>The id of the agent (<c>agent_…</c>).</summary>
    public required string Id { get; init; }

    /// <summary>The version, starting at 1; <see langword="null"/> for the latest.</summary>
    public int? Version { get; init; }
}
