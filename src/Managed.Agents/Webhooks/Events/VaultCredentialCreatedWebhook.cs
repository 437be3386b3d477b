namespace Managed.Agents.Webhooks;

/// <summary>A credential was put into a vault. <see cref="WebhookEvent.Id"/> is the credential's.</summary>
public sealed record VaultCredentialCreatedWebhook : WebhookEvent
{
    private string _vaultId = "";

    /// <summary>The vault (<c>vlt_…</c>) that the credential is or was in.</summary>
    public string VaultId { get => _vaultId; init => _vaultId = value ?? ""; }

    private protected override string Detail => VaultId;

    private protected override bool TrySetOwn(ReadOnlySpan<byte> name, string value)
    {
        var isOwn = name.SequenceEqual("vault_id"u8);
        _vaultId = isOwn ? value : _vaultId;
        return isOwn;
    }
}
