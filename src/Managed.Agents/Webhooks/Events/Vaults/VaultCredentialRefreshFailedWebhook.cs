namespace Managed.Agents.Webhooks;

/// <summary>The service could not renew the access token of a credential: whoever owns it has to sign in again. <see cref="WebhookEvent.Id"/> is the credential's.</summary>
public sealed record VaultCredentialRefreshFailedWebhook : WebhookEvent
{
    /// <summary>The vault (<c>vlt_…</c>) that the credential is or was in.</summary>
    public string VaultId { get; init => field = value ?? ""; } = "";

    private protected override string Detail => VaultId;
}
