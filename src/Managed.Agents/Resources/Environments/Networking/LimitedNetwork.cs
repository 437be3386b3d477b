namespace Managed.Agents;

/// <summary>Nothing but what is allowed here.</summary>
public sealed record LimitedNetwork : NetworkAccess
{
    /// <summary>The hosts that can be reached: names or <c>*.example.com</c>, without scheme, port or path.</summary>
    /// <value>None by default. A list left out of an update keeps what is stored.</value>
    public OptionalList<string> AllowedHosts { get; init; }

    /// <summary>Whether the MCP servers of the agents are allowed without being listed.</summary>
    /// <value>Null for false, or in an update for what is stored. Never null in what the API hands out.</value>
    public bool? AllowMcpServers { get; init; }

    /// <summary>Whether the registries of the package managers are allowed without being listed; packages need it.</summary>
    /// <value>Null for false, or in an update for what is stored. Never null in what the API hands out.</value>
    public bool? AllowPackageManagers { get; init; }
}
