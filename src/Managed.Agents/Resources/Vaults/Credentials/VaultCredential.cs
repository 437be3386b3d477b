namespace Managed.Agents;

/// <summary>A credential in a vault. Its secrets are write-only: the API never returns them.</summary>
public sealed record VaultCredential : ApiObject, ICreatedObject
{
    internal override string? WireType => "vault_credential";

    /// <summary>The id, <c>vcrd_…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The id of the vault.</summary>
    public string VaultId { get; init => field = value ?? ""; } = "";

    /// <summary>The name, for display; <see langword="null"/> when there is none.</summary>
    public string? DisplayName { get; init; }

    /// <summary>The target of the credential and how it authenticates, without secrets.</summary>
    public CredentialAuth Auth { get; init => field = value ?? CredentialAuth.Missing; } = CredentialAuth.Missing;

    /// <summary>Custom key-value pairs.</summary>
    public Metadata Metadata { get; init => field = Metadata.AsReadOnly(value); } = Metadata.Empty;

    /// <summary>When the credential was created.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the credential was last updated.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>When the credential was archived; <see langword="null"/> when it is not archived.</summary>
    public DateTimeOffset? ArchivedAt { get; init; }
}
