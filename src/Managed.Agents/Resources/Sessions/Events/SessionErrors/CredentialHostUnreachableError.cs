namespace Managed.Agents;

/// <summary>The host that a credential of a vault needs cannot be reached.</summary>
public sealed record CredentialHostUnreachableError : SessionError
{
    /// <summary>The id of the credential.</summary>
    public string CredentialId { get; init => field = value ?? ""; } = "";

    /// <summary>The id of the vault that holds it.</summary>
    public string VaultId { get; init => field = value ?? ""; } = "";
}
