namespace Managed.Agents.Webhooks;

/// <summary>The new secret of a webhook endpoint. Store it: it is handed out once.</summary>
public sealed record WebhookEndpointSigningSecret : ApiObject
{
    /// <summary>The secret with which deliveries are verified, <c>whsec_…</c>.</summary>
    public SecretString SigningSecret { get; init => field = value ?? new SecretString(""); } = new("");
}
