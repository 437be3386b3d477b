namespace Managed.Agents;

/// <summary>How the API gets a new access token when one expires.</summary>
public sealed record McpOAuthRefresh : ApiObject
{
    /// <summary>The id of the OAuth client. Fixed.</summary>
    public required string ClientId { get; init; }

    /// <summary>Where new tokens are asked for. Fixed.</summary>
    public required string TokenEndpoint { get; init; }

    /// <summary>How the client authenticates there.</summary>
    public required TokenEndpointAuth TokenEndpointAuth { get; init; }

    /// <summary>The refresh token. A create needs it; the API never hands it out.</summary>
    public SecretString? RefreshToken { get; init; }

    /// <summary>The resource to ask a token for (RFC 8707); null for none.</summary>
    public string? Resource { get; init; }

    /// <summary>The scopes to ask for, separated by spaces; null for none.</summary>
    public string? Scope { get; init; }
}
