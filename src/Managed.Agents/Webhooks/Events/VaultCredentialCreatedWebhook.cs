namespace Managed.Agents.Webhooks;

/// <summary>A credential was created in a vault.</summary>
/// <remarks><see cref="WebhookEvent.Id"/> is the id of the credential.</remarks>
public sealed record VaultCredentialCreatedWebhook : WebhookEvent
{
    /// <summary>The id of the vault (<c>vlt_…</c>) that the credential belongs or belonged to.</summary>
    public string VaultId { get; init => field = value ?? ""; } = "";

    private protected override string Detail => VaultId;
}
