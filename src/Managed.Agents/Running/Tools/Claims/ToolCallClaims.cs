using Microsoft.Extensions.Logging;

namespace Managed.Agents;

/// <summary>Claims calls in a store before they run, so that only one process runs a call.</summary>
internal sealed class ToolCallClaims(GuardedToolCallStore store, TimeSpan lease, TimeProvider time, ILogger logger)
{
    /// <summary>The number of conditional writes that are tried. More are rejected only by a store whose reads and writes disagree.</summary>
    private const int MaxWrites = 10;

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(0.1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    public async Task<bool> ExistsAsync(ToolCall call, CancellationToken cancellationToken) =>
        await store.GetAsync(call, cancellationToken).ConfigureAwait(false) is not null;

    /// <summary>Claims a call in order to run it. Waits while another process runs it. Takes the slot before the claim.</summary>
    public Task<Claim> ClaimAsync(ToolCall call, ClaimRules rules, RunSlot slot, Action<ToolCallWait>? onWaiting, CancellationToken cancellationToken) =>
        WriteAsync(
            call,
            (known, claimId) => !rules.MayStart(known) ? null : (known ?? New(call)) with
            {
                Revision = (known?.Revision ?? 0) + 1,
                Starts = (known?.Starts ?? 0) + 1,
                LeaseUntil = Expiry(),
                ClaimId = claimId,
            },
            slot,
            onWaiting,
            cancellationToken);

    /// <summary>Records a result instead of running the call. Waits while another process runs it.</summary>
    public Task<Claim> RefuseAsync(ToolCall call, ToolResult result, Action<ToolCallWait>? onWaiting, CancellationToken cancellationToken) =>
        WriteAsync(
            call,
            (known, claimId) => known is { Starts: > 0 } ? null : Completed(call, known, result, claimId),
            slot: null,
            onWaiting,
            cancellationToken);

    /// <summary>Records the answer to a call that was started and has no result.</summary>
    /// <returns>The record. It has the answer of another process if that was first.</returns>
    public async Task<ToolCallRecord> AnswerUnknownAsync(ToolCall call, ToolCallRecord? known, ToolResult answer)
    {
        var completed = Completed(call, known, answer, NewClaimId()) with { IsOutcomeUnknown = true };
        return await store.TryWriteAsync(call, completed, known?.Revision ?? 0, CancellationToken.None).ConfigureAwait(false)
            ? completed
            : await store.GetAsync(call, CancellationToken.None).ConfigureAwait(false) is { State: not ToolCallState.Started } other ? other : completed;
    }

    /// <summary>Holds a claim and renews its lease until it is completed or disposed.</summary>
    public HeldClaim Hold(ToolCall call, ToolCallRecord record) => new(store, call, record, lease, time, logger);

    public async Task CloseAsync(ToolCall call, CancellationToken cancellationToken)
    {
        if (await store.GetAsync(call, cancellationToken).ConfigureAwait(false) is { State: not ToolCallState.Answered } known)
        {
            await store.TryWriteAsync(call, known with { State = ToolCallState.Answered, Result = null, Revision = known.Revision + 1 }, known.Revision, cancellationToken).ConfigureAwait(false);
        }
    }

    private static string NewClaimId() => Guid.NewGuid().ToString("N");

    private async Task<Claim> WriteAsync(
        ToolCall call, Func<ToolCallRecord?, string, ToolCallRecord?> next, RunSlot? slot, Action<ToolCallWait>? onWaiting, CancellationToken cancellationToken)
    {
        var claimId = NewClaimId();
        var wait = new ClaimWait(call, onWaiting, time, logger);
        var pauses = new Backoff(FirstPause, LongestPause);
        for (var writes = 0; ;)
        {
            var known = await store.GetAsync(call, cancellationToken).ConfigureAwait(false);
            if (known?.ClaimId == claimId)
            {
                // A write that was reported as rejected or failed.
                return new Claim(ClaimKind.Ours, known);
            }

            if (known is { State: not ToolCallState.Started })
            {
                return new Claim(ClaimKind.Ended, known);
            }

            if (known is not null && known.LeaseUntil > time.GetUtcNow())
            {
                slot?.Release();
                await wait.PauseAsync(known.LeaseUntil, cancellationToken).ConfigureAwait(false);
                continue;
            }

            if (next(known, claimId) is not { } record)
            {
                return new Claim(known is null ? ClaimKind.Absent : ClaimKind.Abandoned, known);
            }

            if (slot is not null && await slot.TakeAsync(cancellationToken).ConfigureAwait(false))
            {
                continue;
            }

            if (await TryWriteAsync(call, record, known?.Revision ?? 0, cancellationToken).ConfigureAwait(false))
            {
                return new Claim(ClaimKind.Ours, record);
            }

            if (++writes == MaxWrites)
            {
                throw new ToolCallStoreException(
                    $"The tool call store rejected {MaxWrites} writes of the record of the call {call.Id} of {call.Name} in {call.SessionId}, although each had the revision that the store had just returned. The call was not started. Check that GetAsync returns the record that TryWriteAsync compares.",
                    call.SessionId,
                    call.Id);
            }

            if (writes > 1)
            {
                await Task.Delay(pauses.Next(), time, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Writes a record. If that fails, reads it once to find out whether it was written.</summary>
    private async Task<bool> TryWriteAsync(ToolCall call, ToolCallRecord record, long expectedRevision, CancellationToken cancellationToken)
    {
        // A canceled write may still succeed. It is then undone, so that the call does not look as if it had been started.
        var writing = WriteOnceAsync(call, record, expectedRevision);
        try
        {
            return await writing.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            _ = UndoAsync(call, record, writing);
            throw;
        }
    }

    private async Task<bool> WriteOnceAsync(ToolCall call, ToolCallRecord record, long expectedRevision)
    {
        try
        {
            return await store.TryWriteAsync(call, record, expectedRevision, CancellationToken.None).ConfigureAwait(false);
        }
        catch (ToolCallStoreException problem)
        {
            logger.RecordUncertain(problem, call.Id);
            var stored = await store.GetAsync(call, CancellationToken.None).ConfigureAwait(false);
            if (stored?.ClaimId == record.ClaimId)
            {
                return true;
            }

            if ((stored?.Revision ?? 0) != expectedRevision)
            {
                // Another process has written. The next read decides.
                return false;
            }

            throw;
        }
    }

    private async Task UndoAsync(ToolCall call, ToolCallRecord record, Task<bool> writing)
    {
        try
        {
            if (await writing.ConfigureAwait(false) && record.State == ToolCallState.Started)
            {
                await Hold(call, record).DisposeAsync().ConfigureAwait(false);
            }
        }
        catch (ToolCallStoreException problem)
        {
            logger.ClaimNotReleased(problem, call.Id);
        }
    }

    private ToolCallRecord New(ToolCall call) => new()
    {
        SessionId = call.SessionId,
        CallId = call.Id,
        ToolName = call.Name,
        State = ToolCallState.Started,
        Revision = 1,
        StartedAt = time.GetUtcNow(),
        LeaseUntil = time.GetUtcNow(),
    };

    private ToolCallRecord Completed(ToolCall call, ToolCallRecord? known, ToolResult result, string claimId) => (known ?? New(call)) with
    {
        State = ToolCallState.Completed,
        Result = result,
        Revision = (known?.Revision ?? 0) + 1,
        ClaimId = claimId,
    };

    private DateTimeOffset Expiry() => lease == Timeout.InfiniteTimeSpan ? DateTimeOffset.MaxValue : time.GetUtcNow() + lease;
}
