namespace Managed.Agents.Webhooks;

/// <summary>The access token of a credential could not be refreshed, and its owner has to sign in again.</summary>
/// <remarks><see cref="WebhookEvent.Id"/> is the id of the credential.</remarks>
public sealed record VaultCredentialRefreshFailedWebhook : WebhookEvent
{
    /// <summary>The id of the vault (<c>vlt_…</c>) that the credential belongs or belonged to.</summary>
    public string VaultId { get; init => field = value ?? ""; } = "";

    private protected override string Detail => VaultId;
}
