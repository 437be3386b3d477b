using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents;

/// <summary>An OAuth access token for an MCP server, which the API can refresh by itself.</summary>
public sealed record McpOAuthAuth : CredentialAuth
{
    /// <summary>Makes an authentication; set <see cref="McpServerUrl"/> and <see cref="AccessToken"/>.</summary>
    public McpOAuthAuth()
    {
    }

    /// <summary>Makes an authentication.</summary>
    /// <param name="mcpServerUrl">The URL of the MCP server.</param>
    /// <param name="accessToken">The access token.</param>
    [SetsRequiredMembers]
    public McpOAuthAuth(string mcpServerUrl, SecretString accessToken)
    {
        ArgumentNullException.ThrowIfNull(mcpServerUrl);
        ArgumentNullException.ThrowIfNull(accessToken);
        McpServerUrl = mcpServerUrl;
        AccessToken = accessToken;
    }

    /// <summary>The URL of the MCP server that the token is sent to. Unique among the active credentials of a vault, and fixed.</summary>
    /// <remarks>It matches an agent's server by URL: scheme and host in any case, without default port and trailing slash; all else must be equal.</remarks>
    public required string McpServerUrl { get; init; }

    /// <summary>The access token. A create needs it; the API never hands it out.</summary>
    public SecretString? AccessToken { get; init; }

    /// <summary>When the access token expires, which must be in the future when it is sent; null for unknown.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>How the API gets a new access token; null if it cannot.</summary>
    public McpOAuthRefresh? Refresh { get; init; }
}
