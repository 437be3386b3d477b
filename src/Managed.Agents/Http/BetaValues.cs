namespace Managed.Agents;

/// <summary>The version and beta values of the API, each named once.</summary>
internal static class BetaValues
{
    /// <summary>The value of <c>anthropic-version</c>.</summary>
    public const string ApiVersion = "2026-10-21";

    /// <summary>Agents, environments and work, sessions with all below them, vaults, deployments and runs.</summary>
    public const string ManagedAgents = "managed-agents-2026-04-01";

    /// <summary>Memory stores, memories and their versions. Not to be sent together with <see cref="ManagedAgents"/>.</summary>
    public const string AgentMemory = "agent-memory-2026-07-22";

    /// <summary>Sent with a bearer token that is no API key.</summary>
    public const string OAuth = "oauth-2025-04-20";
}
