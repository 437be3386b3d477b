namespace Managed.Agents;

/// <summary>The request to create a credential. The credential is stored without validation; see <see cref="VaultCredentialsClient.ValidateMcpOAuthAsync"/>.</summary>
public sealed record VaultCredentialCreateRequest : ApiObject
{
    /// <summary>The target of the credential and its secrets.</summary>
    public required CredentialAuth Auth { get; init; }

    /// <summary>The name, for display: up to 255 characters.</summary>
    public string? DisplayName { get; init; }

    /// <summary>Custom key-value pairs: at most 16, with keys of up to 64 and values of up to 512 characters.</summary>
    public Metadata Metadata { get; init => field = Metadata.AsReadOnly(value); } = Metadata.Empty;
}
