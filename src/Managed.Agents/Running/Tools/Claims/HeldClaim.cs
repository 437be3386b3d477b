namespace Managed.Agents;

/// <summary>A claim of a call that is running here. It renews its lease regularly. If it is disposed without a result, the lease is released immediately.</summary>
internal sealed class HeldClaim : IAsyncDisposable
{
    private readonly IToolCallStore _store;
    private readonly TimeSpan _lease;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _ended = new();
    private readonly Task _signs;
    private ToolCallRecord _record;
    private bool _isDone;

    public HeldClaim(IToolCallStore store, ToolCallRecord record, TimeSpan lease, TimeProvider time)
    {
        _store = store;
        _record = record;
        _lease = lease;
        _time = time;
        _signs = record.LeaseUntil > time.GetUtcNow() && lease != Timeout.InfiniteTimeSpan ? GiveSignsAsync() : Task.CompletedTask;
    }

    /// <summary>Records the result. If another process took over the claim, the record of that process is returned.</summary>
    public async Task<ToolCallRecord> CompleteAsync(ToolResult result, bool isOutcomeUnknown)
    {
        await StopAsync().ConfigureAwait(false);
        var completed = _record with { State = ToolCallState.Completed, Result = result, IsOutcomeUnknown = isOutcomeUnknown, Revision = _record.Revision + 1 };
        _isDone = true;
        return await _store.TryWriteAsync(completed, _record.Revision, CancellationToken.None).ConfigureAwait(false)
            ? completed
            : await _store.GetAsync(_record.SessionId, _record.CallId, CancellationToken.None).ConfigureAwait(false) is { State: not ToolCallState.Started } other ? other : completed;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync().ConfigureAwait(false);
        try
        {
            if (!_isDone && _record.LeaseUntil > _time.GetUtcNow())
            {
                // The call is no longer running, so another process does not have to wait for the lease to expire.
                await _store.TryWriteAsync(_record with { LeaseUntil = _time.GetUtcNow(), Revision = _record.Revision + 1 }, _record.Revision, CancellationToken.None).ConfigureAwait(false);
            }
        }
        catch (Exception)
        {
            // The lease expires on its own.
        }

        _ended.Dispose();
    }

    private async Task StopAsync()
    {
        if (!_isDone)
        {
            await _ended.CancelAsync().ConfigureAwait(false);
        }

        await _signs.ConfigureAwait(false);
    }

    private async Task GiveSignsAsync()
    {
        try
        {
            while (true)
            {
                await Task.Delay(_lease / 3, _time, _ended.Token).ConfigureAwait(false);
                var renewed = _record with { LeaseUntil = _time.GetUtcNow() + _lease, Revision = _record.Revision + 1 };
                if (!await _store.TryWriteAsync(renewed, _record.Revision, CancellationToken.None).ConfigureAwait(false))
                {
                    return;
                }

                _record = renewed;
            }
        }
        catch (OperationCanceledException)
        {
            // The run has ended.
        }
        catch (Exception)
        {
            // The lease is no longer renewed. A lost claim is detected when the result is recorded.
        }
    }
}
