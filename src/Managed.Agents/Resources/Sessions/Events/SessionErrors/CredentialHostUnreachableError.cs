namespace Managed.Agents;

/// <summary>The host of a vault credential cannot be reached.</summary>
public sealed record CredentialHostUnreachableError : SessionError
{
    /// <summary>The id of the credential.</summary>
    public string CredentialId { get; init => field = value ?? ""; } = "";

    /// <summary>The id of the vault that contains the credential.</summary>
    public string VaultId { get; init => field = value ?? ""; } = "";
}
