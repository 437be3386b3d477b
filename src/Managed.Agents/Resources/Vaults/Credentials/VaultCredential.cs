using System.Collections.ObjectModel;

namespace Managed.Agents;

/// <summary>A credential in a vault. Its secrets go in and never come out again.</summary>
public sealed record VaultCredential : ApiObject
{
    internal override string? WireType => "vault_credential";

    /// <summary>The id, <c>vcrd_…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The id of the vault.</summary>
    public string VaultId { get; init => field = value ?? ""; } = "";

    /// <summary>The name, for people; null when none was given.</summary>
    public string? DisplayName { get; init; }

    /// <summary>What the credential is for and how it authenticates, without its secrets.</summary>
    public CredentialAuth Auth { get; init => field = value ?? CredentialAuth.Missing; } = CredentialAuth.Missing;

    /// <summary>The caller's own key-value pairs.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init => field = ReadOnlyCopy.Map(value); } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>When the credential was created.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the credential was last changed.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>When the credential was archived; null while it was not.</summary>
    public DateTimeOffset? ArchivedAt { get; init; }
}
