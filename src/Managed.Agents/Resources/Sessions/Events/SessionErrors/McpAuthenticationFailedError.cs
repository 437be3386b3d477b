namespace Managed.Agents;

/// <summary>An MCP server rejected the credentials. The session continues without the server, and the next turn tries to connect again.</summary>
public sealed record McpAuthenticationFailedError : SessionError
{
    /// <summary>The name of the MCP server, as configured on the agent.</summary>
    public string McpServerName { get; init => field = value ?? ""; } = "";
}
