namespace Managed.Agents;

/// <summary>The response to deleting a vault.</summary>
public sealed record DeletedVault : ApiObject
{
    internal override string? WireType => "vault_deleted";

    /// <summary>The id of the deleted vault.</summary>
    public required string Id { get; init; }
}
