namespace Managed.Agents;

/// <summary>Claims calls in a store before they run, so that only one process runs a call.</summary>
internal sealed class ToolCallClaims(IToolCallStore store, TimeSpan lease, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public async Task<bool> ExistsAsync(ToolCall call, CancellationToken cancellationToken) =>
        await store.GetAsync(call.SessionId, call.Id, cancellationToken).ConfigureAwait(false) is not null;

    /// <summary>Claims a call. Waits while another process runs it.</summary>
    /// <returns>
    /// A claim to run the call, a completed or answered call, or a call that was started by a process whose lease has expired and that must not
    /// run again.
    /// </returns>
    public async Task<Claim> ClaimAsync(ToolCall call, bool isIdempotent, CancellationToken cancellationToken)
    {
        while (true)
        {
            var known = await store.GetAsync(call.SessionId, call.Id, cancellationToken).ConfigureAwait(false);
            if (known is { State: not ToolCallState.Started })
            {
                return new Claim(known, IsOurs: false);
            }

            var now = time.GetUtcNow();
            if (known is not null && known.LeaseUntil > now)
            {
                var left = known.LeaseUntil - now;
                await Task.Delay(left < Pause ? left : Pause, time, cancellationToken).ConfigureAwait(false);
                continue;
            }

            if (known is not null && !isIdempotent)
            {
                return new Claim(known, IsOurs: false);
            }

            var started = known is null
                ? New(call, now) with { LeaseUntil = Expiry() }
                : known with { Revision = known.Revision + 1, Starts = known.Starts + 1, LeaseUntil = Expiry() };
            if (await store.TryWriteAsync(started, known?.Revision ?? 0, cancellationToken).ConfigureAwait(false))
            {
                return new Claim(started, IsOurs: true);
            }
        }
    }

    /// <summary>Holds a claim and renews its lease until it is completed or disposed.</summary>
    public HeldClaim Keep(ToolCallRecord record) => new(store, record, lease, time);

    /// <summary>Records the result of a call that was never started. Does nothing if the call was started.</summary>
    public ValueTask<bool> RecordAsync(ToolCall call, ToolResult result, CancellationToken cancellationToken) =>
        store.TryWriteAsync(New(call, time.GetUtcNow()) with { State = ToolCallState.Completed, Result = result }, 0, cancellationToken);

    public async Task CloseAsync(ToolCall call, CancellationToken cancellationToken)
    {
        if (await store.GetAsync(call.SessionId, call.Id, cancellationToken).ConfigureAwait(false) is { State: not ToolCallState.Answered } known)
        {
            await store.TryWriteAsync(known with { State = ToolCallState.Answered, Result = null, Revision = known.Revision + 1 }, known.Revision, cancellationToken).ConfigureAwait(false);
        }
    }

    private static ToolCallRecord New(ToolCall call, DateTimeOffset now) => new()
    {
        SessionId = call.SessionId,
        CallId = call.Id,
        ToolName = call.Name,
        State = ToolCallState.Started,
        Revision = 1,
        StartedAt = now,
        LeaseUntil = now,
    };

    private DateTimeOffset Expiry() => lease == Timeout.InfiniteTimeSpan ? DateTimeOffset.MaxValue : time.GetUtcNow() + lease;
}

/// <summary>The result of claiming a call.</summary>
internal sealed record Claim(ToolCallRecord Record, bool IsOurs);
