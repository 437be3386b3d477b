using System.Net;

namespace Managed.Agents;

/// <content>Decides whether the turn has ended, and creates its result.</content>
internal sealed partial class TurnRun
{
    /// <summary>Returns null while the turn is running.</summary>
    private async Task<(TurnEnding Ending, IReadOnlyList<PendingAction> Pending)?> JudgeAsync()
    {
        if (_state.End is { } end)
        {
            return (end, []);
        }

        if (_sent is { Outcome: OnceOutcome.Unknown })
        {
            return (TurnEnding.InputUnknown, []);
        }

        if (_refusal is not null && _state.Idle is not { StopReason: RequiresAction })
        {
            // The session is no longer waiting for answers, so it accepts the message now.
            await SendAsync().ConfigureAwait(false);
        }

        if (_state.Idle is not { } idle || !_caughtUp.Task.IsCompleted)
        {
            return null;
        }

        switch (idle.StopReason)
        {
            case RequiresAction waiting:
                return await JudgeWaitingAsync(idle, waiting.EventIds).ConfigureAwait(false) is { } pending ? (TurnEnding.RequiresAction, pending) : null;
            case BudgetReached when await RaiseBudgetAsync().ConfigureAwait(false):
                return null;
            case BudgetReached:
                return (TurnEnding.BudgetReached, []);
            case RetriesExhausted:
                return (TurnEnding.RetriesExhausted, []);
        }

        if (!_state.HasBegun || _state.HasRunningWorkflow)
        {
            // An earlier turn ended, or the threads are idle while a workflow run is running.
            _state.Idle = null;
            return null;
        }

        return (
            idle.StopReason switch
            {
                EndTurn => _state.WasInterrupted ? TurnEnding.Interrupted : TurnEnding.Completed,
                Refusal => TurnEnding.Refused,
                _ => TurnEnding.Other,
            },
            []);
    }

    /// <summary>Returns the calls that are not answered here, or null while calls are being answered or were just answered.</summary>
    private async Task<IReadOnlyList<PendingAction>?> JudgeWaitingAsync(SessionStatusIdleEvent idle, IReadOnlyList<string> ids)
    {
        var strangers = ids.Where(id => !_desk.Knows(id)).ToList();
        if (strangers.Count > 0 && _verifiedIdle != idle.Id)
        {
            foreach (var call in await OpenTurn.CallsAsync(_sessions.Events, _sessionId, strangers, _token).ConfigureAwait(false))
            {
                _desk.Start(call, isWaitedFor: true);
            }
        }

        // After an answer, the session sends another status: running, or idle with the remaining calls.
        var calls = ids.Select(id => (Id: id, Call: _desk.Find(id))).ToList();
        if (calls.Exists(static one => one.Call is { State: CallState.Busy or CallState.Answered }))
        {
            return null;
        }

        if (_verifiedIdle != idle.Id)
        {
            // Another client may have answered, and its event may not have arrived yet.
            _verifiedIdle = idle.Id;
            var asked = calls.Where(static one => one.Call is { Call.AsksForConfirmation: true }).Select(static one => one.Id).ToList();
            var answered = await _post.AnsweredAsync(ids, byConfirmation: false, _token).ConfigureAwait(false);
            answered.UnionWith(asked.Count == 0 ? [] : await _post.AnsweredAsync(asked, byConfirmation: true, _token).ConfigureAwait(false));
            if (answered.Count > 0)
            {
                _state.Idle = null;
                return null;
            }
        }

        return _refusal is null
            ? [.. calls.Select(static one => new PendingAction(one.Id, one.Call?.Call, ReasonOf(one.Call), one.Call?.Problem))]
            : throw _refusal;
    }

    private static PendingReason ReasonOf(TrackedCall? call) => call?.State switch
    {
        CallState.Later => PendingReason.AwaitsApproval,
        CallState.LeftOpen => PendingReason.OutcomeUnknown,
        CallState.Refused => PendingReason.AnswerRefused,
        _ => PendingReason.NotOwned,
    };

    private async Task<bool> RaiseBudgetAsync()
    {
        if (_options.OnBudgetReached is null || await _options.OnBudgetReached(_state.Usage, _token).ConfigureAwait(false) is not { } budget)
        {
            return false;
        }

        // Cleared before the update, because its events can arrive before its response.
        _state.Idle = null;
        await _sessions.UpdateAsync(_sessionId, new SessionUpdateRequest { Budget = budget }, _token).ConfigureAwait(false);
        return true;
    }

    private async Task<TurnResult> FinishAsync(TurnEnding ending, IReadOnlyList<PendingAction> pending)
    {
        await _desk.DisposeAsync().ConfigureAwait(false);
        var idle = ending is TurnEnding.Terminated or TurnEnding.Deleted or TurnEnding.InputUnknown ? null : _state.Idle;
        var session = await SettledAsync(ending).ConfigureAwait(false);
        var result = new TurnResult
        {
            SessionId = _sessionId,
            Ending = ending == TurnEnding.Terminated && session?.ArchivedAt is not null ? TurnEnding.Archived : ending,
            StopReason = idle?.StopReason,
            StopDetails = idle?.StopDetails,
            Messages = _state.Messages,
            Usage = _state.Usage,
            Error = _state.Error,
            PendingActions = pending,
            UnknownOutcomes = _desk.UnknownOutcomes,
            Evaluations = _state.Evaluations,
            Input = _sent,
            IsInputProcessed = _state.HasBegun && ending != TurnEnding.InputUnknown,
            Session = _options.WaitUntilIdle ? session : null,
            Position = await LastPositionAsync().ConfigureAwait(false),
        };
        return result;
    }

    private async Task<Session?> SettledAsync(TurnEnding ending)
    {
        try
        {
            return ending switch
            {
                TurnEnding.Deleted => null,
                TurnEnding.Terminated => await _sessions.GetAsync(_sessionId, _token).ConfigureAwait(false),
                _ when _options.WaitUntilIdle => await _sessions.WaitUntilIdleAsync(_sessionId, cancellationToken: _token).ConfigureAwait(false),
                _ => null,
            };
        }
        catch (ManagedAgentsApiException gone) when (gone.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
        catch (ManagedAgentsTimeoutException late) when (late.Kind == TimeoutKind.Wait)
        {
            // The session is busy with something else. The turn has ended anyway.
            return null;
        }
    }

    // The consumer has handled the last event. The next read records that. If no read is pending, a read on the closed feed records it.
    private async Task<SessionPosition> LastPositionAsync()
    {
        var (events, isRecorded) = (_events!, _moving is not null);
        await CloseAsync().ConfigureAwait(false);
        if (!isRecorded)
        {
            await events.MoveNextAsync().ConfigureAwait(false);
        }

        return _feed!.Position;
    }
}
