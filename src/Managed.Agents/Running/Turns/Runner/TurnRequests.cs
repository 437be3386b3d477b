using System.Net;
using Microsoft.Extensions.Logging;

namespace Managed.Agents;

/// <summary>Makes the requests of a turn. The result of each is a fact.</summary>
internal sealed class TurnRequests(SessionsClient sessions, TurnRequest request, TurnOptions options, TimeProvider time, ILogger logger)
{
    private readonly TurnStartReader _reader = new(sessions.Events, request.SessionId);

    public async Task<TurnFact> PerformAsync(TurnEffect effect, TurnStart start, CancellationToken cancellationToken)
    {
        try
        {
            return effect switch
            {
                TurnEffect.SendInput => await SendAsync(start, cancellationToken).ConfigureAwait(false),
                TurnEffect.ReadAgain => new TurnFact.Reread((await _reader.FindEndAsync(cancellationToken).ConfigureAwait(false)).Past),
                TurnEffect.CheckCalls => new TurnFact.CallsChecked((await _reader.FindEndAsync(cancellationToken).ConfigureAwait(false)).Past),
                TurnEffect.ReadStatus => new TurnFact.StatusRead((await sessions.GetAsync(request.SessionId, cancellationToken).ConfigureAwait(false)).Status),
                TurnEffect.CheckBudget => new TurnFact.BudgetChecked(await HasBudgetAsync(cancellationToken).ConfigureAwait(false)),
                TurnEffect.AskForBudget ask => new TurnFact.BudgetDecided(await options.OnBudgetReached!(ask.Usage, cancellationToken).ConfigureAwait(false)),
                TurnEffect.RaiseBudget raise => await RaiseBudgetAsync(raise.Limit, cancellationToken).ConfigureAwait(false),
                _ => throw new InvalidOperationException($"The effect {effect.GetType().Name} is not a request."),
            };
        }
        catch (Exception problem) when (!cancellationToken.IsCancellationRequested)
        {
            return new TurnFact.Failed(problem);
        }
    }

    /// <summary>Returns the session at the end of the turn, if the result needs it.</summary>
    public async Task<Session?> SessionAtEndAsync(TurnEnding ending, CancellationToken cancellationToken)
    {
        try
        {
            return ending switch
            {
                TurnEnding.Deleted => null,
                TurnEnding.Terminated => await sessions.GetAsync(request.SessionId, cancellationToken).ConfigureAwait(false),
                _ when options.WaitUntilIdle => await sessions.WaitUntilIdleAsync(request.SessionId, cancellationToken: cancellationToken).ConfigureAwait(false),
                _ => null,
            };
        }
        catch (ManagedAgentsException problem) when (problem is ManagedAgentsApiException { StatusCode: HttpStatusCode.NotFound } or ManagedAgentsTimeoutException { Kind: TimeoutKind.Wait })
        {
            // The session was deleted, or is busy with something else. The turn has ended anyway.
            logger.SessionNotRead(request.SessionId, problem.Message);
            return null;
        }
    }

    /// <summary>Interrupts, archives or deletes the session of a canceled turn, within a timeout.</summary>
    /// <returns>Why that failed, or null.</returns>
    public async Task<string?> LeaveAsync()
    {
        if (options.OnCancellation == TurnCancellation.LeaveRunning)
        {
            return null;
        }

        using var limit = new CancellationTokenSource(options.CancellationTimeout, time);
        try
        {
            await sessions.InterruptAsync(request.SessionId, cancellationToken: limit.Token).ConfigureAwait(false);
            if (options.OnCancellation != TurnCancellation.Interrupt)
            {
                await sessions.WaitUntilIdleAsync(request.SessionId, options.CancellationTimeout, limit.Token).ConfigureAwait(false);
                await (options.OnCancellation == TurnCancellation.Archive
                    ? (Task)sessions.ArchiveAsync(request.SessionId, limit.Token)
                    : sessions.DeleteAsync(request.SessionId, limit.Token)).ConfigureAwait(false);
            }

            return null;
        }
        catch (Exception problem) when (problem is ManagedAgentsException or OperationCanceledException)
        {
            logger.SessionNotLeft(request.SessionId, options.OnCancellation, problem.Message);
            return problem is ManagedAgentsException ? problem.Message : $"It did not finish within {options.CancellationTimeout}.";
        }
    }

    private async Task<TurnFact> SendAsync(TurnStart start, CancellationToken cancellationToken)
    {
        try
        {
            var sender = new OnceSender(sessions.Events, request.SessionId, request.Inputs, options.Send, time, start.KnownIds, start.QueuedIds);
            return new TurnFact.InputSent(await sender.RunAsync(cancellationToken).ConfigureAwait(false));
        }
        catch (ManagedAgentsApiException problem) when (problem.StatusCode == HttpStatusCode.BadRequest && request.Inputs.Any(static input => input is UserMessage or UserDefineOutcome))
        {
            return new TurnFact.InputRejected(problem);
        }
    }

    private async Task<bool> HasBudgetAsync(CancellationToken cancellationToken)
    {
        var session = await sessions.GetAsync(request.SessionId, cancellationToken).ConfigureAwait(false);
        return session.Status == SessionStatus.Running || session.Budget is null || session.Usage.ListCost?.Dollars < session.Budget.MaxListCost.Dollars;
    }

    private async Task<TurnFact> RaiseBudgetAsync(BudgetLimit limit, CancellationToken cancellationToken)
    {
        await sessions.UpdateAsync(request.SessionId, new SessionUpdateRequest { Budget = limit }, cancellationToken).ConfigureAwait(false);
        return new TurnFact.BudgetRaised();
    }
}
