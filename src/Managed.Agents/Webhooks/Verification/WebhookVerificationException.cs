namespace Managed.Agents.Webhooks;

/// <summary>The exception that is thrown when a delivery cannot be verified.</summary>
/// <remarks>The message is for your log. Respond to the sender with a status of 400 or 401 and nothing else.</remarks>
public sealed class WebhookVerificationException : ManagedAgentsException
{
    internal WebhookVerificationException(WebhookVerificationFailure failure, string message)
        : base(message) => Failure = failure;

    /// <summary>The reason why the delivery could not be verified.</summary>
    public WebhookVerificationFailure Failure { get; }
}
