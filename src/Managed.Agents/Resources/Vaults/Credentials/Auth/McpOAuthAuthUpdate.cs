namespace Managed.Agents;

/// <summary>The changes to an <see cref="McpOAuthAuth"/>. Properties that are <see langword="null"/> are unchanged.</summary>
public sealed record McpOAuthAuthUpdate : CredentialAuthUpdate
{
    /// <summary>The new access token.</summary>
    public SecretString? AccessToken { get; init; }

    /// <summary>When the access token expires. Must be in the future. <see langword="null"/> keeps the stored time even with a new access token, so send both.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>The changes to the refresh settings.</summary>
    public McpOAuthRefreshUpdate? Refresh { get; init; }
}

/// <summary>The changes to an <see cref="McpOAuthRefresh"/>. Properties that are <see langword="null"/> are unchanged. The token endpoint and the client cannot change.</summary>
public sealed record McpOAuthRefreshUpdate : ApiObject
{
    /// <summary>The new refresh token.</summary>
    public SecretString? RefreshToken { get; init; }

    /// <summary>The new scopes, separated by spaces. An empty string clears them.</summary>
    public string? Scope { get; init; }

    /// <summary>The new client secret. The stored authentication must use a client secret. Its type stays the same, even if the other type is sent.</summary>
    public TokenEndpointAuth? TokenEndpointAuth { get; init; }
}
