using Managed.Agents.Webhooks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Managed.Agents.AspNetCore;

/// <summary>Makes up for webhooks that never arrived: the service tries three times, then drops them for ever.</summary>
/// <remarks>
/// <para>
/// From a stored checkpoint on it lists the sessions that changed, reads the last rest of each from its history, and runs the handlers
/// for those whose bell did not ring. It raises <see cref="SessionStatusIdledWebhook"/> and <see cref="SessionStatusTerminatedWebhook"/>, and
/// <see cref="SessionRequiresActionWebhook"/> and <see cref="SessionBudgetReachedWebhook"/> by the reason of the rest; nothing else can be told
/// from what is there. Only the last rest counts: what lies before it is overtaken.
/// </para>
/// <para>
/// A bell and a rest belong together when their times differ by no more than ten to twenty seconds. Of two turns of one session that end
/// closer to each other, a missed second bell is therefore not noticed. What rang, and what was caught up, stands in the
/// <see cref="IWebhookDeduplicator"/>: with one that is shared and atomic, hosts may all catch up.
/// </para>
/// </remarks>
public sealed class WebhookCatchUp
{
    // Two clocks are compared: the one that says when a session changed, and the one that said when its history did.
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(1);

    private readonly SessionsClient _sessions;
    private readonly WebhookRoutes _routes;
    private readonly RungBells _bells;
    private readonly IWebhookCheckpointStore _checkpoints;
    private readonly WebhookCatchUpOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;

    internal WebhookCatchUp(
        SessionsClient sessions, WebhookRoutes routes, RungBells bells, IWebhookCheckpointStore checkpoints, IOptions<WebhookCatchUpOptions> options, TimeProvider time, ILogger logger)
    {
        _sessions = sessions;
        _routes = routes;
        _bells = bells;
        _checkpoints = checkpoints;
        _options = options.Value;
        _time = time;
        _logger = logger;
    }

    /// <summary>Looks through the sessions once. A host does so by itself; call it to do so now, for example from a timer of your cloud.</summary>
    /// <param name="cancellationToken">Ends it. What was caught up stays so; the checkpoint is not moved.</param>
    /// <returns>What was found and done.</returns>
    /// <exception cref="ManagedAgentsException">The sessions could not be listed. The checkpoint is not moved.</exception>
    public async Task<WebhookCatchUpReport> RunOnceAsync(CancellationToken cancellationToken = default)
    {
        var until = _time.GetUtcNow() - _options.Grace;
        var since = await _checkpoints.GetAsync(cancellationToken).ConfigureAwait(false) ?? until - _options.FirstLookBack;
        var report = new WebhookCatchUpReport { Since = since, Until = since };
        if (until <= since)
        {
            return report;
        }

        var reached = until;
        var listing = new SessionListOptions { CreatedAtOrAfter = since - _options.OldestSession, IncludeArchived = true, Statuses = [SessionStatus.Idle, SessionStatus.Terminated], PageSize = 100 };
        await foreach (var session in _sessions.ListAsync(listing, cancellationToken).ConfigureAwait(false))
        {
            if (session.UpdatedAt < since - Overlap || _options.Filter?.Invoke(session) == false
                || await LastRestAsync(session.Id, cancellationToken).ConfigureAwait(false) is not { ProcessedAt: { } at } rest || at < since || at > until)
            {
                continue;
            }

            var outcome = await CatchUpAsync(session.Id, rest, at, cancellationToken).ConfigureAwait(false);
            report = report with { Sessions = report.Sessions + 1, Missed = report.Missed + outcome.Missed, Failed = report.Failed + outcome.Failed };
            if (outcome.Failed > 0 && at < reached)
            {
                // Tried again from here the next time.
                reached = at;
            }
        }

        await _checkpoints.SetAsync(reached, cancellationToken).ConfigureAwait(false);
        return report with { Until = reached };
    }

    private async Task<SessionEvent?> LastRestAsync(string sessionId, CancellationToken cancellationToken)
    {
        var rests = new SessionEventListOptions { Types = [SessionEventType.SessionStatusIdle, SessionEventType.SessionStatusTerminated], Order = SortOrder.Descending, PageSize = 1 };
        await foreach (var rest in _sessions.Events.ListAsync(sessionId, rests, cancellationToken).ConfigureAwait(false))
        {
            return rest;
        }

        return null;
    }

    private async Task<(int Missed, int Failed)> CatchUpAsync(string sessionId, SessionEvent rest, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var (missed, failed) = (0, 0);
        foreach (var webhook in WebhooksFor(sessionId, rest))
        {
            var delivery = new WebhookDelivery { Id = $"caught-up:{rest.Id}:{webhook.Type}", CreatedAt = at, Event = webhook };
            foreach (var route in _routes.All)
            {
                var name = route.Processor.Name;
                if (await _bells.RangAsync(name, delivery, cancellationToken).ConfigureAwait(false))
                {
                    continue;
                }

                missed++;
                _logger.CaughtUp(name, webhook.Type, sessionId, at);
                failed += await route.Processor.CatchUpAsync(RungBells.CaughtUpKey(name, delivery), delivery, cancellationToken).ConfigureAwait(false) ? 0 : 1;
            }
        }

        return (missed, failed);
    }

    private static IEnumerable<WebhookEvent> WebhooksFor(string sessionId, SessionEvent rest)
    {
        switch (rest)
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
