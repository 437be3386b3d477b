namespace Managed.Agents;

/// <summary>Sends inputs once: after an ambiguous failure, it reads the events since the start of the send, and sends only the missing inputs.</summary>
/// <param name="events">The events of the sessions.</param>
/// <param name="sessionId">The id of the session.</param>
/// <param name="inputs">The inputs.</param>
/// <param name="options">How long to wait before reading, and the maximum number of attempts.</param>
/// <param name="time">The clock.</param>
/// <param name="knownIds">
/// The ids of the newest processed events, of all types, if the caller has just read them: then no request precedes the send. Empty if the
/// session has no events. Null to read the newest ids.
/// </param>
/// <param name="queuedIds">The ids of the queued events that the caller knows, with <paramref name="knownIds"/>.</param>
internal sealed class OnceSender(
    SessionEventsClient events, string sessionId, IReadOnlyList<SessionInput> inputs, OnceOptions options, TimeProvider time,
    IReadOnlyCollection<string>? knownIds, IReadOnlyCollection<string>? queuedIds = null)
{
    private readonly InputHistory _history = new(events, sessionId, inputs, knownIds, queuedIds);

    public async Task<SendOnceResult> RunAsync(CancellationToken cancellationToken)
    {
        await _history.RememberAsync(cancellationToken).ConfigureAwait(false);
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
                events.Logger.SendUncertain(sessionId, attempt, options.SettleDelay, failure.Message);
            }

            await Task.Delay(options.SettleDelay, time, cancellationToken).ConfigureAwait(false);
            InputMatch match;
            try
            {
                match = InputMatch.Of(inputs, await _history.ReadAsync(cancellationToken).ConfigureAwait(false));
            }
            catch (ManagedAgentsException failure)
            {
                events.Logger.SendNotVerified(sessionId, failure.Message);
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
}
