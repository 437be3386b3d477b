namespace Managed.Agents;

/// <summary>How the API refreshes an expired access token.</summary>
public sealed record McpOAuthRefresh : ApiObject
{
    /// <summary>The id of the OAuth client. Cannot change.</summary>
    public required string ClientId { get; init; }

    /// <summary>The URL of the token endpoint. Cannot change.</summary>
    public required Uri TokenEndpoint { get; init; }

    /// <summary>How the client authenticates at the token endpoint.</summary>
    public required TokenEndpointAuth TokenEndpointAuth { get; init; }

    /// <summary>The refresh token. Required when creating; never returned by the API.</summary>
    public SecretString? RefreshToken { get; init; }

    /// <summary>The resource to request a token for (RFC 8707); <see langword="null"/> for none.</summary>
    public string? Resource { get; init; }

    /// <summary>The scopes to request, separated by spaces; <see langword="null"/> for none.</summary>
    public string? Scope { get; init; }
}
