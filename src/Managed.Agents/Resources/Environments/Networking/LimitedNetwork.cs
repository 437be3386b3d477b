namespace Managed.Agents;

/// <summary>Network access only to the listed hosts.</summary>
public sealed record LimitedNetwork : NetworkAccess
{
    /// <summary>The hosts that can be reached: host names or <c>*.example.com</c>, without scheme, port or path.</summary>
    /// <value>Default: none. A list that is omitted from an update is unchanged.</value>
    public OptionalList<string> AllowedHosts { get; init; }

    /// <summary>Whether the MCP servers of the agents can be reached without being listed.</summary>
    /// <value><see langword="null"/> means <see langword="false"/> when creating, and leaves the stored value unchanged when updating. Never <see langword="null"/> in a response.</value>
    public bool? AllowMcpServers { get; init; }

    /// <summary>Whether the registries of the package managers can be reached without being listed. Installing packages requires it.</summary>
    /// <value><see langword="null"/> means <see langword="false"/> when creating, and leaves the stored value unchanged when updating. Never <see langword="null"/> in a response.</value>
    public bool? AllowPackageManagers { get; init; }
}
