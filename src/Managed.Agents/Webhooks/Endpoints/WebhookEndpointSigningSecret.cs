namespace Managed.Agents.Webhooks;

/// <summary>The new signing secret of a webhook endpoint.</summary>
public sealed record WebhookEndpointSigningSecret : ApiObject
{
    /// <summary>The secret to verify deliveries with (<c>whsec_…</c>). Store it: it is returned only once.</summary>
    public SecretString SigningSecret { get; init => field = value ?? new SecretString(""); } = new("");
}
