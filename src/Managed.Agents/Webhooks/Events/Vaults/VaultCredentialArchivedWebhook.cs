namespace Managed.Agents.Webhooks;

/// <summary>A credential was archived, by itself or with its vault. <see cref="WebhookEvent.Id"/> is the credential's.</summary>
public sealed record VaultCredentialArchivedWebhook : WebhookEvent
{
    /// <summary>The vault (<c>vlt_…</c>) that the credential is or was in.</summary>
    public string VaultId { get; init => field = value ?? ""; } = "";

    private protected override string Detail => VaultId;
}
