namespace Managed.Agents;

/// <summary>The answer to deleting a credential.</summary>
public sealed record DeletedVaultCredential : ApiObject
{
    internal override string? WireType => "vault_credential_deleted";

    /// <summary>The id of the credential that is gone.</summary>
    public required string Id { get; init; }
}
