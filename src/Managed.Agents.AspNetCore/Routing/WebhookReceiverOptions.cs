using Managed.Agents.Webhooks;

namespace Managed.Agents.AspNetCore;

/// <summary>How webhooks are received under one address.</summary>
public sealed class WebhookReceiverOptions
{
    /// <summary>Whom to believe, where the address has keys of its own.</summary>
    /// <value>Default: the verifier of the container, with the keys of <see cref="WebhookOptions"/>.</value>
    public WebhookVerifier? Verifier { get; set; }

    /// <summary>How long the handlers of a webhook may take. Then their token ends, and the service is told to deliver again.</summary>
    /// <remarks>
    /// The service does not say how long it waits for an answer, so work that takes seconds belongs into a queue of yours, or behind
    /// <see cref="Queue"/>. A handler that goes on all the same is not doubled: the next attempts are put off until it has ended.
    /// </remarks>
    /// <value>Default: 10 seconds.</value>
    public TimeSpan HandlerTimeLimit { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a webhook that was handled is remembered. It must be longer than the service goes on trying, which is some minutes.</summary>
    /// <value>Default: 1 day.</value>
    public TimeSpan RememberFor { get; set; } = TimeSpan.FromDays(1);

    /// <summary>Acknowledges webhooks first and handles them in the background, out of a bounded queue in memory.</summary>
    /// <remarks>
    /// That is at most once: what was acknowledged and stands in the queue is lost when the process dies, and the service does not
    /// deliver it again. A stop in good order empties the queue first, as long as the host waits. Handlers that fail are logged and not
    /// run again, unless missed webhooks are caught up.
    /// </remarks>
    /// <value>Default: null. Webhooks are acknowledged after they were handled.</value>
    public WebhookQueueOptions? Queue { get; set; }

    /// <summary>What is wrong with the options: the option, the rule, the way out; null for nothing.</summary>
    internal string? Problem() =>
        Problem(nameof(HandlerTimeLimit), HandlerTimeLimit, TimeSpan.FromHours(1))
        ?? Problem(nameof(RememberFor), RememberFor, TimeSpan.FromDays(365))
        ?? (Queue is { Capacity: < 1 } or { Concurrency: < 1 }
            ? $"{nameof(WebhookQueueOptions)}.{nameof(WebhookQueueOptions.Capacity)} and {nameof(WebhookQueueOptions.Concurrency)} must be at least 1. For no queue, leave {nameof(Queue)} null."
            : null);

    private static string? Problem(string option, TimeSpan value, TimeSpan maximum) =>
        value >= TimeSpan.FromMilliseconds(1) && value <= maximum
            ? null
            : $"{nameof(WebhookReceiverOptions)}.{option} is {value}; it must be from one millisecond to {maximum}.";
}

/// <summary>The queue of webhooks that were acknowledged and are not handled yet.</summary>
public sealed class WebhookQueueOptions
{
    /// <summary>How many webhooks may wait. When it is full, the service is told to deliver again later.</summary>
    /// <value>Default: 1,000.</value>
    public int Capacity { get; set; } = 1000;

    /// <summary>How many webhooks are handled at a time.</summary>
    /// <value>Default: 4.</value>
    public int Concurrency { get; set; } = 4;
}
