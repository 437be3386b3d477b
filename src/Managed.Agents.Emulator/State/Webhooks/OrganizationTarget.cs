namespace Managed.Agents.Emulator;

/// <summary>An endpoint of the organization as a place that webhooks go to. The API may change it between two attempts.</summary>
internal sealed class OrganizationTarget(WebhookEndpointState endpoint, Uri address, object sync) : WebhookTarget
{
    private readonly object _sync = sync;

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
            if (endpoint.Failed(isAcknowledged) >= WebhookSender.MaxConsecutiveFailures)
            {
                endpoint.Disable($"{WebhookSender.MaxConsecutiveFailures} attempts in a row failed");
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
