namespace Managed.Agents.Webhooks;

/// <summary>A delivery was refused. Its message is for your log; tell the sender nothing but a status of 400 or 401.</summary>
public sealed class WebhookVerificationException : ManagedAgentsException
{
    internal WebhookVerificationException(WebhookRefusal reason, string message)
        : base(message) => Reason = reason;

    /// <summary>Why it was refused.</summary>
    public WebhookRefusal Reason { get; }
}
