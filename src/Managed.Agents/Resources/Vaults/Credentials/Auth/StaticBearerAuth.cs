using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents;

/// <summary>A bearer token for an MCP server that stays the same until it is replaced.</summary>
public sealed record StaticBearerAuth : CredentialAuth
{
    /// <summary>Makes an authentication; set <see cref="McpServerUrl"/> and <see cref="Token"/>.</summary>
    public StaticBearerAuth()
    {
    }

    /// <summary>Makes an authentication.</summary>
    /// <param name="mcpServerUrl">The URL of the MCP server.</param>
    /// <param name="token">The bearer token.</param>
    [SetsRequiredMembers]
    public StaticBearerAuth(string mcpServerUrl, SecretString token)
    {
        ArgumentNullException.ThrowIfNull(mcpServerUrl);
        ArgumentNullException.ThrowIfNull(token);
        McpServerUrl = mcpServerUrl;
        Token = token;
    }

    /// <summary>The URL of the MCP server that the token is sent to. Unique among the active credentials of a vault, and fixed.</summary>
    /// <remarks>It matches an agent's server by URL: scheme and host in any case, without default port and trailing slash; all else must be equal.</remarks>
    public required string McpServerUrl { get; init; }

    /// <summary>The bearer token. A create needs it; the API never hands it out.</summary>
    public SecretString? Token { get; init; }
}
