using System.Collections.Concurrent;
using Managed.Agents.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Managed.Agents.AspNetCore;

/// <summary>Handles deliveries once: claims, runs the handlers, then completes or releases the claim.</summary>
internal sealed class WebhookProcessor(
    string name,
    WebhookReceiverOptions options,
    WebhookHandlers handlers,
    IWebhookDeduplicator deduplicator,
    IServiceScopeFactory scopes,
    TimeProvider time,
    ILogger logger)
{
    // A claim outlives the time limit, so that it does not end while a handler is just about to stop.
    private readonly TimeSpan _lease = options.HandlerTimeLimit + TimeSpan.FromMinutes(1);

    // A claim ends with its lease, for the case that a process dies. While the handler still runs here, it must not.
    private readonly ConcurrentDictionary<string, bool> _running = new(StringComparer.Ordinal);

    public string Name => name;

    /// <summary>Remembers for what a bell rang; null when nothing is caught up.</summary>
    public RungBells? Bells { get; init; }

    /// <summary>Handles a delivery before it is acknowledged.</summary>
    public async Task<WebhookOutcome> HandleAsync(WebhookDelivery delivery)
    {
        var key = KeyOf(delivery);
        if (await ClaimAsync(key, delivery).ConfigureAwait(false) is { } outcome)
        {
            return outcome;
        }

        var limit = new CancellationTokenSource(options.HandlerTimeLimit, time);
        var over = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        limit.Token.UnsafeRegister(static over => ((TaskCompletionSource)over!).TrySetResult(), over);

        // It goes on by itself when it does not heed its token: its claim then keeps the next attempts off until it is known what became of it.
        var handling = RunAndDisposeAsync(key, new WebhookTurn(delivery, IsCaughtUp: false), limit);
        if (await Task.WhenAny(handling, over.Task).ConfigureAwait(false) != handling)
        {
            logger.TooSlow(name, delivery.Id, delivery.Event.Type, options.HandlerTimeLimit);
            return WebhookOutcome.TryAgain;
        }

        return await handling.ConfigureAwait(false) ? WebhookOutcome.Handled : WebhookOutcome.TryAgain;
    }

    /// <summary>Acknowledges a delivery that the queue takes.</summary>
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
            return WebhookOutcome.TryAgain;
        }

        // The service will not deliver it again, so it counts as done; a claim would end while it waits.
        await CompleteAsync(key, delivery, isHandled: false).ConfigureAwait(false);
        return WebhookOutcome.Queued;
    }

    /// <summary>Handles a delivery that was acknowledged long since.</summary>
    public async Task RunQueuedAsync(WebhookDelivery delivery, CancellationToken stopping)
    {
        using var limit = new CancellationTokenSource(options.HandlerTimeLimit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stopping);
        await RunAsync(KeyOf(delivery), new WebhookTurn(delivery, IsCaughtUp: false), either.Token).ConfigureAwait(false);
    }

    /// <summary>Handles what no delivery told of.</summary>
    /// <returns>Whether it is handled now, by this call or another; false when it should be tried again.</returns>
    public async Task<bool> CatchUpAsync(string key, WebhookDelivery delivery, CancellationToken cancellationToken)
    {
        switch (await deduplicator.ClaimAsync(key, _lease, cancellationToken).ConfigureAwait(false))
        {
            case WebhookClaim.Completed:
                return true;
            case WebhookClaim.Busy:
                return false;
        }

        using var limit = new CancellationTokenSource(options.HandlerTimeLimit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        return await RunAsync(key, new WebhookTurn(delivery, IsCaughtUp: true), either.Token).ConfigureAwait(false);
    }

    /// <summary>Gives back what was acknowledged and will not be handled.</summary>
    public async Task DropAsync(WebhookDelivery delivery)
    {
        logger.Dropped(name, delivery.Id, delivery.Event.Type);
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
                logger.Busy(name, delivery.Id, delivery.Event.Type);
                return WebhookOutcome.TryAgain;
            default:
                logger.Duplicate(name, delivery.Id, delivery.Event.Type);
                return WebhookOutcome.Duplicate;
        }
    }

    private async Task<bool> RunAndDisposeAsync(string key, WebhookTurn turn, CancellationTokenSource limit)
    {
        try
        {
            return await RunAsync(key, turn, limit.Token).ConfigureAwait(false);
        }
        finally
        {
            limit.Dispose();
        }
    }

    private async Task<bool> RunAsync(string key, WebhookTurn turn, CancellationToken cancellationToken)
    {
        _running[key] = true;
        try
        {
            var delivery = turn.Delivery;
            if (!await RunHandlersAsync(turn, cancellationToken).ConfigureAwait(false))
            {
                await ReleaseAsync(key).ConfigureAwait(false);
                return false;
            }

            await CompleteAsync(key, delivery, isHandled: true).ConfigureAwait(false);
            logger.Done(name, delivery.Id, delivery.Event.Type);
            return true;
        }
        finally
        {
            _running.TryRemove(key, out _);
        }
    }

    private async Task<bool> RunHandlersAsync(WebhookTurn turn, CancellationToken cancellationToken)
    {
        var delivery = turn.Delivery;
        try
        {
            // Off the caller's stack, so that a handler that blocks does not keep the time limit from being seen.
            await Task.Yield();
            var scope = scopes.CreateAsyncScope();
            await using (scope.ConfigureAwait(false))
            {
                await handlers.RunAsync(new WebhookContext(delivery, scope.ServiceProvider, turn.IsCaughtUp), cancellationToken).ConfigureAwait(false);
            }

            return true;
        }
        catch (Exception problem)
        {
            logger.Failed(problem, name, delivery.Id, delivery.Event.Type);
            return false;
        }
    }

    private async Task CompleteAsync(string key, WebhookDelivery delivery, bool isHandled)
    {
        try
        {
            await deduplicator.CompleteAsync(key, options.RememberFor).ConfigureAwait(false);
            if (isHandled && Bells is not null)
            {
                await Bells.RingAsync(name, delivery, options.RememberFor).ConfigureAwait(false);
            }
        }
        catch (Exception problem)
        {
            // It is handled; to fail now would have it handled twice. What is not remembered may be, when it comes again.
            logger.NotRemembered(problem, name, delivery.Id, delivery.Event.Type);
        }
    }

    private async Task ReleaseAsync(string key)
    {
        try
        {
            await deduplicator.ReleaseAsync(key).ConfigureAwait(false);
        }
        catch (Exception problem)
        {
            logger.NotReleased(problem, name, _lease);
        }
    }

    private readonly record struct WebhookTurn(WebhookDelivery Delivery, bool IsCaughtUp);
}
