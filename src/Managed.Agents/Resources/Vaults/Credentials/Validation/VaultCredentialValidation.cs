namespace Managed.Agents;

/// <summary>What came of trying a credential against its MCP server.</summary>
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

    /// <summary>The call to the MCP server that failed; null when none failed, or there was no token to try.</summary>
    public McpProbe? McpProbe { get; init; }

    /// <summary>The refresh of the access token; null when none was tried.</summary>
    public CredentialRefresh? Refresh { get; init; }

    /// <summary>When this was found out.</summary>
    public DateTimeOffset ValidatedAt { get; init; }
}
