namespace Managed.Agents.Emulator;

/// <summary>A webhook endpoint of the organization as a target of deliveries. The API may change it between two attempts.</summary>
internal sealed class OrganizationWebhookTarget(WebhookEndpointState endpoint, Uri address, Lock sync) : WebhookTarget
{
    private readonly Lock _sync = sync;

    public override Uri Address => address;

    public override string SigningKey
    {
        get
        {
            lock (_sync)
            {
                return endpoint.SigningSecret;
            }
        }
    }

    public override bool Wants(string type)
    {
        lock (_sync)
        {
            return endpoint.IsEnabled && endpoint.EnabledEvents.Contains(type, StringComparer.Ordinal);
        }
    }

    public override void RecordAttempt(bool isAcknowledged)
    {
        lock (_sync)
        {
            if (endpoint.CountFailures(isAcknowledged) >= WebhookSender.MaxConsecutiveFailures)
            {
                endpoint.Disable($"{WebhookSender.MaxConsecutiveFailures} consecutive attempts failed");
            }
        }
    }

    public override void Disable(string reason)
    {
        lock (_sync)
        {
            endpoint.Disable(reason);
        }
    }
}
