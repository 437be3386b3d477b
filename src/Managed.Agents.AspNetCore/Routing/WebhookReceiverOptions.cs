using Managed.Agents.Webhooks;

namespace Managed.Agents.AspNetCore;

/// <summary>Options for receiving webhooks at one route.</summary>
public sealed class WebhookReceiverOptions
{
    /// <summary>The verifier of this route, when it uses other keys than the rest of the application.</summary>
    /// <value>Default: <see langword="null"/>. The verifier of the container with the keys of <see cref="WebhookOptions"/> is used.</value>
    public WebhookVerifier? Verifier { get; set; }

    /// <summary>The timeout for all handlers of a webhook. When it expires, their token is canceled and the service is asked to deliver the webhook again.</summary>
    /// <remarks>
    /// The service does not document how long it waits for a response. Put work that takes seconds into your own queue, or use
    /// <see cref="Queue"/>. A handler that ignores its token is not run again at the same time: further attempts are rejected until it ends.
    /// </remarks>
    /// <value>Default: 10 seconds. Must be between 1 millisecond and 1 hour.</value>
    public TimeSpan HandlerTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a handled webhook is stored to detect duplicates. Must be longer than the service retries, which is a few minutes.</summary>
    /// <value>Default: 1 day. Must be between 1 millisecond and 365 days.</value>
    public TimeSpan CompletedRetention { get; set; } = TimeSpan.FromDays(1);

    /// <summary>The options of a bounded in-memory queue. With a queue, webhooks are acknowledged first and handled in the background.</summary>
    /// <remarks>
    /// Webhooks are then handled at most once: the service does not deliver acknowledged webhooks again, so queued ones are lost when the
    /// process dies. During a graceful shutdown the queue is emptied, until the shutdown timeout of the host. Failures of handlers are
    /// logged, and the handlers are not run again unless missed webhooks are caught up.
    /// </remarks>
    /// <value>Default: <see langword="null"/>. Webhooks are acknowledged after they were handled.</value>
    public WebhookQueueOptions? Queue { get; set; }

    /// <summary>
    /// Returns a message that names the first invalid option, the rule and the fix; <see langword="null"/> when all options are valid.
    /// </summary>
    internal string? Problem() =>
        Problem(nameof(HandlerTimeout), HandlerTimeout, TimeSpan.FromHours(1))
        ?? Problem(nameof(CompletedRetention), CompletedRetention, TimeSpan.FromDays(365))
        ?? (Queue is { Capacity: < 1 } or { Concurrency: < 1 }
            ? $"{nameof(WebhookQueueOptions)}.{nameof(WebhookQueueOptions.Capacity)} and {nameof(WebhookQueueOptions.Concurrency)} must be at least 1. To use no queue, leave {nameof(Queue)} null."
            : null);

    /// <summary>Returns a copy that later changes do not affect.</summary>
    internal WebhookReceiverOptions Copy()
    {
        var copy = (WebhookReceiverOptions)MemberwiseClone();
        copy.Queue = Queue is null ? null : new WebhookQueueOptions { Capacity = Queue.Capacity, Concurrency = Queue.Concurrency };
        return copy;
    }

    private static string? Problem(string option, TimeSpan value, TimeSpan maximum) =>
        value >= TimeSpan.FromMilliseconds(1) && value <= maximum
            ? null
            : $"{nameof(WebhookReceiverOptions)}.{option} is {value}. It must be between 1 millisecond and {maximum}.";
}

/// <summary>Options for the queue of acknowledged webhooks that are not handled yet.</summary>
public sealed class WebhookQueueOptions
{
    /// <summary>The maximum number of queued webhooks. When the queue is full, the service is asked to deliver again.</summary>
    /// <value>Default: 1,000. Must be at least 1.</value>
    public int Capacity { get; set; } = 1000;

    /// <summary>The maximum number of webhooks that are handled at the same time.</summary>
    /// <value>Default: 4. Must be at least 1.</value>
    public int Concurrency { get; set; } = 4;
}
