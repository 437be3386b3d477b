namespace Managed.Agents;

/// <summary>Sends inputs once: after an ambiguous failure, it reads the events since the start of the send, and sends only the missing inputs.</summary>
internal sealed class OnceSender(SessionEventsClient events, string sessionId, IReadOnlyList<SessionInput> inputs, OnceOptions options, TimeProvider time)
{
    private readonly HashSet<string> _before = new(StringComparer.Ordinal);

    public async Task<SendOnceResult> RunAsync(CancellationToken cancellationToken)
    {
        await RememberAsync(cancellationToken).ConfigureAwait(false);
        ManagedAgentsException? problem = null;
        var missing = inputs;
        for (var attempt = 1; ; attempt++)
        {
            SentSessionEvents? sent = null;
            try
            {
                sent = await events.SendAsync(sessionId, missing, cancellationToken).ConfigureAwait(false);
                if (attempt == 1)
                {
                    return new SendOnceResult { Outcome = OnceOutcome.Sent, Events = sent.Data };
                }
            }
            catch (ManagedAgentsException failure) when (failure.MayHaveTakenEffect || attempt > 1)
            {
                problem = failure;
            }

            await Task.Delay(options.SettleDelay, time, cancellationToken).ConfigureAwait(false);
            InputMatch match;
            try
            {
                match = InputMatch.Of(inputs, await NewEventsAsync(cancellationToken).ConfigureAwait(false));
            }
            catch (ManagedAgentsException failure)
            {
                return new SendOnceResult { Outcome = OnceOutcome.Unknown, Events = sent?.Data ?? [], Attempts = attempt, Problem = failure };
            }

            if (match.IsComplete)
            {
                return new SendOnceResult { Outcome = sent is null ? OnceOutcome.Found : OnceOutcome.Sent, Events = match.Events, Attempts = attempt, Problem = problem };
            }

            if (!match.IsBeginning || sent is not null || attempt > options.MaxRetryAttempts || problem is { MayHaveTakenEffect: false })
            {
                return new SendOnceResult { Outcome = OnceOutcome.Unknown, Events = match.Events.Count == 0 ? sent?.Data ?? [] : match.Events, Attempts = attempt, Problem = problem };
            }

            missing = [.. inputs.Skip(match.Events.Count)];
        }
    }

    // Answers are identified by their call and need no comparison with earlier events.
    private async Task RememberAsync(CancellationToken cancellationToken)
    {
        if (inputs.All(InputMatch.IsAnswer))
        {
            return;
        }

        await foreach (var stored in HistoryAsync(cancellationToken).ConfigureAwait(false))
        {
            _before.Add(stored.Id);
        }
    }

    private async Task<List<SessionEvent>> NewEventsAsync(CancellationToken cancellationToken)
    {
        var found = new List<SessionEvent>();
        await foreach (var stored in HistoryAsync(cancellationToken).ConfigureAwait(false))
        {
            if (!_before.Contains(stored.Id) || InputMatch.IsAnswer(stored))
            {
                found.Add(stored);
            }
        }

        return found;
    }

    // Filtered only by type, because it is not documented how queued events are sorted and whether a time filter includes them.
    private AsyncPageable<SessionEvent> HistoryAsync(CancellationToken cancellationToken) =>
        events.ListAsync(
            sessionId,
            new SessionEventListOptions { Types = [.. inputs.Select(static input => new SessionEventType(input.Type)).Distinct()], PageSize = 1000 },
            cancellationToken);
}
