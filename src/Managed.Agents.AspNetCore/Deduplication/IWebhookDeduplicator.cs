namespace Managed.Agents.AspNetCore;

/// <summary>Stores which webhooks are being handled and which were handled, so that a duplicate delivery is not handled again.</summary>
/// <remarks>
/// <para>
/// For several hosts, implement it with a shared store that can add an entry atomically, such as a table with a unique key. Each webhook is
/// then handled once, no matter which host receives its deliveries. Register it as a singleton, before or after
/// <c>AddManagedAgentsWebhooks</c>.
/// </para>
/// <para>
/// Handling a webhook and storing that it was handled are two steps. When a process dies between them, the claim expires with its lease
/// and the webhook is handled again: handlers should be idempotent.
/// </para>
/// </remarks>
public interface IWebhookDeduplicator
{
    /// <summary>Claims a webhook atomically: of several concurrent callers, one gets the claim.</summary>
    /// <param name="key">The key of the webhook.</param>
    /// <param name="lease">
    /// The time after which the claim expires if it was not completed or released, for example because the process died.
    /// </param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>Whether the caller has the claim, and if not, why.</returns>
    ValueTask<WebhookClaim> ClaimAsync(string key, TimeSpan lease, CancellationToken cancellationToken = default);

    /// <summary>Stores that a webhook was handled.</summary>
    /// <param name="key">The key of the webhook. It does not have to be claimed.</param>
    /// <param name="retention">How long to store it.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>A task that completes when the result is stored.</returns>
    ValueTask CompleteAsync(string key, TimeSpan retention, CancellationToken cancellationToken = default);

    /// <summary>Releases a claim after a failure, so that the next delivery is handled.</summary>
    /// <param name="key">The key of the webhook.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>A task that completes when the claim is released.</returns>
    ValueTask ReleaseAsync(string key, CancellationToken cancellationToken = default);

    /// <summary>Returns whether a webhook was handled.</summary>
    /// <param name="key">The key of the webhook.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>Whether the webhook was completed and its retention has not expired.</returns>
    ValueTask<bool> IsCompletedAsync(string key, CancellationToken cancellationToken = default);
}

/// <summary>The result of claiming a webhook.</summary>
public enum WebhookClaim
{
    /// <summary>The caller has the claim and must complete or release it.</summary>
    Claimed,

    /// <summary>The webhook is being handled, on this or another host.</summary>
    Busy,

    /// <summary>The webhook was handled.</summary>
    Completed,
}
