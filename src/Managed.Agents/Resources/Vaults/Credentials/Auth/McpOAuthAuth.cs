using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents;

/// <summary>An OAuth access token for an MCP server. The API can refresh it automatically.</summary>
public sealed record McpOAuthAuth : CredentialAuth
{
    /// <summary>Initializes a new instance of the <see cref="McpOAuthAuth"/> class. Set <see cref="McpServerUrl"/> and <see cref="AccessToken"/>.</summary>
    public McpOAuthAuth()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="McpOAuthAuth"/> class.</summary>
    /// <param name="mcpServerUrl">The URL of the MCP server.</param>
    /// <param name="accessToken">The access token.</param>
    /// <exception cref="ArgumentException"><paramref name="mcpServerUrl"/> is not an absolute URL.</exception>
    [SetsRequiredMembers]
    public McpOAuthAuth(string mcpServerUrl, SecretString accessToken)
    {
        ArgumentNullException.ThrowIfNull(accessToken);
        McpServerUrl = ApiUri.Parse(mcpServerUrl, nameof(mcpServerUrl));
        AccessToken = accessToken;
    }

    /// <summary>The URL of the MCP server that receives the token. Must be unique among the active credentials of a vault and cannot change.</summary>
    /// <remarks>Matches the URL of an agent's MCP server. Scheme and host are not case-sensitive; default port and trailing slash are ignored. Everything else must be equal.</remarks>
    public required Uri McpServerUrl { get; init; }

    /// <summary>The access token. Required when creating; never returned by the API.</summary>
    public SecretString? AccessToken { get; init; }

    /// <summary>When the access token expires; <see langword="null"/> when unknown. Must be in the future when it is sent.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>How the API refreshes the access token; <see langword="null"/> when it cannot.</summary>
    public McpOAuthRefresh? Refresh { get; init; }
}
