namespace Managed.Agents.AspNetCore;

/// <summary>The outcome of a verified delivery, which determines the status of the response.</summary>
internal enum WebhookOutcome
{
    /// <summary>Its handlers completed.</summary>
    Handled,

    /// <summary>It was handled before.</summary>
    Duplicate,

    /// <summary>It was added to the queue.</summary>
    Queued,

    /// <summary>The service should deliver it again.</summary>
    Retry,
}
