namespace Managed.Agents.AspNetCore;

/// <summary>Remembers which webhooks are handled, so that a second delivery of one is not handled again.</summary>
/// <remarks>
/// <para>
/// For several hosts, implement it over a store that all of them share and that has an atomic "add unless it is there", such as a table
/// with a unique key: then of all deliveries of a webhook one is handled, wherever they arrive. Register it as a singleton, before or
/// after <c>AddManagedAgentsWebhooks</c>.
/// </para>
/// <para>
/// No store makes handling and remembering one step. When a process dies in between, the claim ends with its lease and the webhook is
/// handled once more: what handlers do should bear that.
/// </para>
/// </remarks>
public interface IWebhookDeduplicator
{
    /// <summary>Claims a webhook for handling, in one atomic step: of all who ask, one gets it.</summary>
    /// <param name="key">What the webhook is known by.</param>
    /// <param name="lease">How long the claim holds unless it is completed or released: for a process that dies with it.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Whether the caller has it now.</returns>
    ValueTask<WebhookClaim> ClaimAsync(string key, TimeSpan lease, CancellationToken cancellationToken = default);

    /// <summary>Says that a webhook is handled.</summary>
    /// <param name="key">What the webhook is known by. It need not have been claimed.</param>
    /// <param name="rememberFor">How long to remember it.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The call.</returns>
    ValueTask CompleteAsync(string key, TimeSpan rememberFor, CancellationToken cancellationToken = default);

    /// <summary>Gives a claim back, because handling failed: the next delivery is handled.</summary>
    /// <param name="key">What the webhook is known by.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The call.</returns>
    ValueTask ReleaseAsync(string key, CancellationToken cancellationToken = default);

    /// <summary>Asks whether a webhook is handled.</summary>
    /// <param name="key">What the webhook is known by.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Whether it was completed, and is still remembered.</returns>
    ValueTask<bool> IsCompletedAsync(string key, CancellationToken cancellationToken = default);
}

/// <summary>What came of claiming a webhook.</summary>
public enum WebhookClaim
{
    /// <summary>The caller has it, and completes or releases it.</summary>
    Claimed,

    /// <summary>It is being handled, here or on another host, with an outcome that is not known yet.</summary>
    Busy,

    /// <summary>It is handled.</summary>
    Completed,
}
