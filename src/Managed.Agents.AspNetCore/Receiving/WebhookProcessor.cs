using System.Collections.Concurrent;
using Managed.Agents.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Managed.Agents.AspNetCore;

/// <summary>Handles each delivery once: claims it, runs the handlers, then completes or releases the claim.</summary>
internal sealed class WebhookProcessor(
    string name,
    WebhookReceiverOptions options,
    WebhookHandlers handlers,
    IWebhookDeduplicator deduplicator,
    IServiceScopeFactory scopes,
    TimeProvider time,
    ILogger logger)
{
    // Longer than the timeout, so that a claim does not expire while a handler is stopping.
    private readonly TimeSpan _lease = options.HandlerTimeout + TimeSpan.FromMinutes(1);

    // A claim expires with its lease, in case the process dies. A webhook must not be handled again while its handler runs in this process.
    private readonly ConcurrentDictionary<string, bool> _running = new(StringComparer.Ordinal);

    public string Name => name;

    /// <summary>Records the delivered session webhooks; <see langword="null"/> when missed webhooks are not caught up.</summary>
    public SessionWebhookRecord? Record { get; init; }

    /// <summary>Handles a delivery before it is acknowledged.</summary>
    public async Task<WebhookOutcome> HandleAsync(WebhookDelivery delivery)
    {
        var key = KeyOf(delivery);
        if (await ClaimAsync(key, delivery).ConfigureAwait(false) is { } outcome)
        {
            return outcome;
        }

        var timeout = new CancellationTokenSource(options.HandlerTimeout, time);
        var timedOut = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        timeout.Token.UnsafeRegister(static source => ((TaskCompletionSource)source!).TrySetResult(), timedOut);

        // A handler that ignores its token continues to run. Its claim rejects further attempts until its result is known.
        var handling = RunAndDisposeAsync(key, new HandlerInput(delivery, IsCaughtUp: false), timeout);
        if (await Task.WhenAny(handling, timedOut.Task).ConfigureAwait(false) != handling)
        {
            logger.HandlerTimedOut(name, delivery.Id, delivery.Event.Type, options.HandlerTimeout);
            return WebhookOutcome.Retry;
        }

        return await handling.ConfigureAwait(false) ? WebhookOutcome.Handled : WebhookOutcome.Retry;
    }

    /// <summary>Adds a delivery to the queue, to acknowledge it before it is handled.</summary>
    public async Task<WebhookOutcome> EnqueueAsync(WebhookDelivery delivery, WebhookQueue queue)
    {
        var key = KeyOf(delivery);
        if (await ClaimAsync(key, delivery).ConfigureAwait(false) is { } outcome)
        {
            return outcome;
        }

        if (!queue.TryAdd(delivery))
        {
            logger.QueueFull(name, delivery.Id, delivery.Event.Type);
            await deduplicator.ReleaseAsync(key).ConfigureAwait(false);
            return WebhookOutcome.Retry;
        }

        // The claim is completed now, because the service does not deliver the webhook again, and because a claim could expire in the
        // queue.
        await CompleteAsync(key, delivery, isHandled: false).ConfigureAwait(false);
        return WebhookOutcome.Queued;
    }

    /// <summary>Handles a delivery from the queue.</summary>
    public async Task RunQueuedAsync(WebhookDelivery delivery, CancellationToken stopping)
    {
        using var timeout = new CancellationTokenSource(options.HandlerTimeout, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, stopping);
        await RunAsync(KeyOf(delivery), new HandlerInput(delivery, IsCaughtUp: false), linked.Token).ConfigureAwait(false);
    }

    /// <summary>Handles a webhook that was not delivered.</summary>
    /// <returns>
    /// Whether the webhook was handled, by this call or by another one; <see langword="false"/> when the search should try again.
    /// </returns>
    public async Task<bool> CatchUpAsync(string key, WebhookDelivery delivery, CancellationToken cancellationToken)
    {
        switch (await deduplicator.ClaimAsync(key, _lease, cancellationToken).ConfigureAwait(false))
        {
            case WebhookClaim.Completed:
                return true;
            case WebhookClaim.Busy:
                return false;
        }

        using var timeout = new CancellationTokenSource(options.HandlerTimeout, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        return await RunAsync(key, new HandlerInput(delivery, IsCaughtUp: true), linked.Token).ConfigureAwait(false);
    }

    /// <summary>Logs a queued webhook that will not be handled because the host is stopping, and releases its claim.</summary>
    public async Task DropAsync(WebhookDelivery delivery)
    {
        logger.DroppedFromQueue(name, delivery.Id, delivery.Event.Type);
        await ReleaseAsync(KeyOf(delivery)).ConfigureAwait(false);
    }

    private string KeyOf(WebhookDelivery delivery) => $"{name} {delivery.Id}";

    private async Task<WebhookOutcome?> ClaimAsync(string key, WebhookDelivery delivery)
    {
        switch (await deduplicator.ClaimAsync(key, _lease).ConfigureAwait(false))
        {
            case WebhookClaim.Claimed when !_running.ContainsKey(key):
                return null;
            case WebhookClaim.Claimed:
            case WebhookClaim.Busy:
                logger.StillHandling(name, delivery.Id, delivery.Event.Type);
                return WebhookOutcome.Retry;
            default:
                logger.Duplicate(name, delivery.Id, delivery.Event.Type);
                return WebhookOutcome.Duplicate;
        }
    }

    private async Task<bool> RunAndDisposeAsync(string key, HandlerInput input, CancellationTokenSource timeout)
    {
        try
        {
            return await RunAsync(key, input, timeout.Token).ConfigureAwait(false);
        }
        finally
        {
            timeout.Dispose();
        }
    }

    private async Task<bool> RunAsync(string key, HandlerInput input, CancellationToken cancellationToken)
    {
        _running[key] = true;
        try
        {
            var delivery = input.Delivery;
            if (!await RunHandlersAsync(input, cancellationToken).ConfigureAwait(false))
            {
                await ReleaseAsync(key).ConfigureAwait(false);
                return false;
            }

            await CompleteAsync(key, delivery, isHandled: true).ConfigureAwait(false);
            logger.Handled(name, delivery.Id, delivery.Event.Type);
            return true;
        }
        finally
        {
            _running.TryRemove(key, out _);
        }
    }

    private async Task<bool> RunHandlersAsync(HandlerInput input, CancellationToken cancellationToken)
    {
        var delivery = input.Delivery;
        try
        {
            // Runs on another thread, so that a handler that blocks its thread does not delay the timeout.
            await Task.Yield();
            var scope = scopes.CreateAsyncScope();
            await using (scope.ConfigureAwait(false))
            {
                await handlers.RunAsync(new WebhookContext(delivery, scope.ServiceProvider, input.IsCaughtUp), cancellationToken).ConfigureAwait(false);
            }

            return true;
        }
        catch (Exception exception)
        {
            logger.HandlingFailed(exception, name, delivery.Id, delivery.Event.Type);
            return false;
        }
    }

    private async Task CompleteAsync(string key, WebhookDelivery delivery, bool isHandled)
    {
        try
        {
            await deduplicator.CompleteAsync(key, options.CompletedRetention).ConfigureAwait(false);
            if (isHandled && Record is not null)
            {
                await Record.AddDeliveredAsync(name, delivery, options.CompletedRetention).ConfigureAwait(false);
            }
        }
        catch (Exception exception)
        {
            // The webhook was handled. An error response would make the service deliver it again.
            logger.CompletionNotStored(exception, name, delivery.Id, delivery.Event.Type);
        }
    }

    private async Task ReleaseAsync(string key)
    {
        try
        {
            await deduplicator.ReleaseAsync(key).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            logger.ClaimNotReleased(exception, name, _lease);
        }
    }

    private readonly record struct HandlerInput(WebhookDelivery Delivery, bool IsCaughtUp);
}
