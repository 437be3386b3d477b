namespace Managed.Agents;

/// <summary>The answer to deleting a vault.</summary>
public sealed record DeletedVault : ApiObject
{
    internal override string? WireType => "vault_deleted";

    /// <summary>The id of the vault that is gone.</summary>
    public required string Id { get; init; }
}
