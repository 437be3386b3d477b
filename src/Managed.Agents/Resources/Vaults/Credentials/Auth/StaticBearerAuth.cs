using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents;

/// <summary>A fixed bearer token for an MCP server.</summary>
public sealed record StaticBearerAuth : CredentialAuth
{
    /// <summary>Initializes a new instance of the <see cref="StaticBearerAuth"/> class. Set <see cref="McpServerUrl"/> and <see cref="Token"/>.</summary>
    public StaticBearerAuth()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="StaticBearerAuth"/> class.</summary>
    /// <param name="mcpServerUrl">The URL of the MCP server.</param>
    /// <param name="token">The bearer token.</param>
    /// <exception cref="ArgumentException"><paramref name="mcpServerUrl"/> is not an absolute URL.</exception>
    [SetsRequiredMembers]
    public StaticBearerAuth(string mcpServerUrl, SecretString token)
    {
        ArgumentNullException.ThrowIfNull(token);
        McpServerUrl = ApiUri.Parse(mcpServerUrl, nameof(mcpServerUrl));
        Token = token;
    }

    /// <summary>The URL of the MCP server that receives the token. Must be unique among the active credentials of a vault and cannot change.</summary>
    /// <remarks>Matches the URL of an agent's MCP server. Scheme and host are not case-sensitive; default port and trailing slash are ignored. Everything else must be equal.</remarks>
    public required Uri McpServerUrl { get; init; }

    /// <summary>The bearer token. Required when creating; never returned by the API.</summary>
    public SecretString? Token { get; init; }
}
