namespace Managed.Agents;

/// <summary>An MCP server refused the credentials. The session goes on without it; the next turn tries again.</summary>
public sealed record McpAuthenticationFailedError : SessionError
{
    /// <summary>The name of the MCP server in the agent's configuration.</summary>
    public string McpServerName { get; init => field = value ?? ""; } = "";
}
