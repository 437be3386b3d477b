namespace Managed.Agents;

/// <summary>The result of validating a credential against its MCP server.</summary>
public sealed record VaultCredentialValidation : ApiObject
{
    internal override string? WireType => "vault_credential_validation";

    /// <summary>The id of the credential.</summary>
    public string CredentialId { get; init => field = value ?? ""; } = "";

    /// <summary>The id of the vault.</summary>
    public string VaultId { get; init => field = value ?? ""; } = "";

    /// <summary>Whether the credential works.</summary>
    public CredentialValidationStatus Status { get; init; }

    /// <summary>Whether a refresh token is stored.</summary>
    public bool HasRefreshToken { get; init; }

    /// <summary>The failed call to the MCP server; <see langword="null"/> when no call failed or there was no token to use.</summary>
    public McpProbe? McpProbe { get; init; }

    /// <summary>The refresh of the access token; <see langword="null"/> when none was attempted.</summary>
    public CredentialRefresh? Refresh { get; init; }

    /// <summary>When the credential was validated.</summary>
    public DateTimeOffset ValidatedAt { get; init; }
}
