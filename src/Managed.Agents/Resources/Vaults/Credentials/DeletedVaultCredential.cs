namespace Managed.Agents;

/// <summary>The response to deleting a credential.</summary>
public sealed record DeletedVaultCredential : ApiObject
{
    internal override string? WireType => "vault_credential_deleted";

    /// <summary>The id of the deleted credential.</summary>
    public required string Id { get; init; }
}
