using Managed.Agents.Webhooks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Managed.Agents.AspNetCore;

/// <summary>
/// Finds session webhooks that were never delivered and runs the handlers for them. The service drops a delivery after three failed
/// attempts.
/// </summary>
/// <remarks>
/// <para>
/// A search lists the sessions that changed since the stored checkpoint, reads the last idle or terminated event of each, and runs the
/// handlers when no webhook was delivered for it. It creates <see cref="SessionStatusIdledWebhook"/> and
/// <see cref="SessionStatusTerminatedWebhook"/>,
/// and, depending on the stop reason, <see cref="SessionRequiresActionWebhook"/> and <see cref="SessionBudgetReachedWebhook"/>. Other webhooks
/// cannot be reconstructed. Only the last event of a session is used: earlier ones are superseded.
/// </para>
/// <para>
/// A delivery and an event match when their times differ by at most 10 to 20 seconds. When two turns of one session end within that time,
/// the search does not notice that the second webhook is missing. The <see cref="IWebhookDeduplicator"/> stores what was delivered and
/// what was caught up.
/// When it is shared and atomic, several hosts can catch up.
/// </para>
/// </remarks>
public sealed class WebhookCatchUp
{
    // The update time of a session and the time of its last event come from two clocks.
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(1);

    private readonly SessionsClient _sessions;
    private readonly WebhookRoutes _routes;
    private readonly SessionWebhookRecord _record;
    private readonly IWebhookCheckpointStore _checkpoints;
    private readonly WebhookCatchUpOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;

    internal WebhookCatchUp(
        SessionsClient sessions, WebhookRoutes routes, SessionWebhookRecord record, IWebhookCheckpointStore checkpoints, IOptions<WebhookCatchUpOptions> options, TimeProvider time, ILogger logger)
    {
        _sessions = sessions;
        _routes = routes;
        _record = record;
        _checkpoints = checkpoints;
        _options = options.Value.Copy();
        _time = time;
        _logger = logger;
    }

    /// <summary>Searches the sessions once. A host does this automatically; call it to search now, for example from a timer of your cloud.</summary>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>What was found and handled.</returns>
    /// <remarks>After a cancellation, webhooks that were caught up stay handled, and the checkpoint is unchanged.</remarks>
    /// <exception cref="ManagedAgentsException">The sessions could not be listed. The checkpoint is unchanged.</exception>
    public async Task<WebhookCatchUpReport> RunOnceAsync(CancellationToken cancellationToken = default)
    {
        var until = _time.GetUtcNow() - _options.GracePeriod;
        var since = await _checkpoints.GetAsync(cancellationToken).ConfigureAwait(false) ?? until - _options.InitialLookback;
        var report = new WebhookCatchUpReport { Since = since, Until = since };
        if (until <= since)
        {
            return report;
        }

        var checkpoint = until;
        var listing = new SessionListOptions { CreatedAtOrAfter = since - _options.MaxSessionAge, IncludeArchived = true, Statuses = [SessionStatus.Idle, SessionStatus.Terminated], PageSize = 100 };
        await foreach (var session in _sessions.ListAsync(listing, cancellationToken).ConfigureAwait(false))
        {
            if (session.UpdatedAt < since - ClockTolerance || _options.Filter?.Invoke(session) == false
                || await LastStopAsync(session.Id, cancellationToken).ConfigureAwait(false) is not { ProcessedAt: { } at } stop || at < since || at > until)
            {
                continue;
            }

            var outcome = await CatchUpAsync(session.Id, stop, at, cancellationToken).ConfigureAwait(false);
            report = report with { Sessions = report.Sessions + 1, Missed = report.Missed + outcome.Missed, Failed = report.Failed + outcome.Failed };
            if (outcome.Failed > 0 && at < checkpoint)
            {
                // The next search starts here and tries again.
                checkpoint = at;
            }
        }

        await _checkpoints.SetAsync(checkpoint, cancellationToken).ConfigureAwait(false);
        return report with { Until = checkpoint };
    }

    private async Task<SessionEvent?> LastStopAsync(string sessionId, CancellationToken cancellationToken)
    {
        var stops = new SessionEventListOptions { Types = [SessionEventType.SessionStatusIdle, SessionEventType.SessionStatusTerminated], Order = SortOrder.Descending, PageSize = 1 };
        await foreach (var stop in _sessions.Events.ListAsync(sessionId, stops, cancellationToken).ConfigureAwait(false))
        {
            return stop;
        }

        return null;
    }

    private async Task<(int Missed, int Failed)> CatchUpAsync(string sessionId, SessionEvent stop, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var (missed, failed) = (0, 0);
        foreach (var webhook in WebhooksFor(sessionId, stop))
        {
            var delivery = new WebhookDelivery { Id = $"caught-up:{stop.Id}:{webhook.Type}", CreatedAt = at, Event = webhook };
            foreach (var route in _routes.All)
            {
                var name = route.Processor.Name;
                if (await _record.WasDeliveredAsync(name, delivery, cancellationToken).ConfigureAwait(false))
                {
                    continue;
                }

                missed++;
                _logger.CatchingUp(name, webhook.Type, sessionId, at);
                failed += await route.Processor.CatchUpAsync(SessionWebhookRecord.CaughtUpKey(name, delivery), delivery, cancellationToken).ConfigureAwait(false) ? 0 : 1;
            }
        }

        return (missed, failed);
    }

    private static IEnumerable<WebhookEvent> WebhooksFor(string sessionId, SessionEvent stop)
    {
        switch (stop)
        {
            case SessionStatusTerminatedEvent:
                yield return new SessionStatusTerminatedWebhook { Id = sessionId };
                break;
            case SessionStatusIdleEvent idle:
                yield return new SessionStatusIdledWebhook { Id = sessionId };
                if (idle.StopReason is RequiresAction)
                {
                    yield return new SessionRequiresActionWebhook { Id = sessionId };
                }
                else if (idle.StopReason is BudgetReached)
                {
                    yield return new SessionBudgetReachedWebhook { Id = sessionId };
                }

                break;
        }
    }
}
