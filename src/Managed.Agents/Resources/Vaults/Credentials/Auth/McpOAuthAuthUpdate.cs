namespace Managed.Agents;

/// <summary>A change of an <see cref="McpOAuthAuth"/>. What is null stays as it is.</summary>
public sealed record McpOAuthAuthUpdate : CredentialAuthUpdate
{
    /// <summary>The new access token.</summary>
    public SecretString? AccessToken { get; init; }

    /// <summary>When the access token expires, in the future. Null keeps the stored time even with a new access token, so send both.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>What to change about refreshing.</summary>
    public McpOAuthRefreshUpdate? Refresh { get; init; }
}

/// <summary>A change of an <see cref="McpOAuthRefresh"/>. What is null stays as it is; token endpoint and client are fixed.</summary>
public sealed record McpOAuthRefreshUpdate : ApiObject
{
    /// <summary>The new refresh token.</summary>
    public SecretString? RefreshToken { get; init; }

    /// <summary>The new scopes, separated by spaces; empty clears them.</summary>
    public string? Scope { get; init; }

    /// <summary>The new client secret. The stored kind must be one with a secret; it stays, whichever of the two kinds is sent.</summary>
    public TokenEndpointAuth? TokenEndpointAuth { get; init; }
}
