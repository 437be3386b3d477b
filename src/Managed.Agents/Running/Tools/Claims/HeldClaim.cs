using Microsoft.Extensions.Logging;

namespace Managed.Agents;

/// <summary>A claim of a call that runs here. It renews its lease regularly. If it is disposed without a result, the lease is released immediately.</summary>
internal sealed class HeldClaim : IAsyncDisposable
{
    /// <summary>The number of writes of a result. A renewal that was reported as failed can have changed the revision.</summary>
    private const int MaxWrites = 3;

    private readonly GuardedToolCallStore _store;
    private readonly ToolCall _call;
    private readonly TimeSpan _lease;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _ended = new();
    private readonly Task _renewals;
    private ToolCallRecord _record;
    private bool _isStarted;
    private bool _isDone;

    public HeldClaim(GuardedToolCallStore store, ToolCall call, ToolCallRecord record, TimeSpan lease, TimeProvider time, ILogger logger)
    {
        _store = store;
        _call = call;
        _record = record;
        _lease = lease;
        _time = time;
        _logger = logger;
        _renewals = lease == Timeout.InfiniteTimeSpan ? Task.CompletedTask : RenewAsync();
    }

    /// <summary>Records that the function is called now. A claim that is released before that does not count as a start.</summary>
    public void Start() => _isStarted = true;

    /// <summary>Records the result. If another process took over the claim, the record of that process is returned.</summary>
    public async Task<ToolCallRecord> CompleteAsync(ToolResult result, bool isOutcomeUnknown)
    {
        await StopAsync().ConfigureAwait(false);
        _isDone = true;
        for (var writes = 1; ; writes++)
        {
            var completed = _record with { State = ToolCallState.Completed, Result = result, IsOutcomeUnknown = isOutcomeUnknown, Revision = _record.Revision + 1 };
            if (await _store.TryWriteAsync(_call, completed, _record.Revision, CancellationToken.None).ConfigureAwait(false))
            {
                return completed;
            }

            var stored = await _store.GetAsync(_call, CancellationToken.None).ConfigureAwait(false);
            if (stored is { State: not ToolCallState.Started })
            {
                return stored;
            }

            if (stored is null || stored.ClaimId != _record.ClaimId || writes == MaxWrites)
            {
                _logger.ClaimLost(_call.Id);
                return completed;
            }

            _record = stored;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync().ConfigureAwait(false);
        try
        {
            if (!_isDone)
            {
                // The call is no longer running, so another process does not have to wait for the lease to expire.
                var released = _record with { LeaseUntil = _time.GetUtcNow(), Starts = _isStarted ? _record.Starts : _record.Starts - 1, Revision = _record.Revision + 1 };
                await _store.TryWriteAsync(_call, released, _record.Revision, CancellationToken.None).ConfigureAwait(false);
            }
        }
        catch (ToolCallStoreException problem)
        {
            _logger.ClaimNotReleased(problem, _call.Id);
        }

        _ended.Dispose();
    }

    private async Task StopAsync()
    {
        if (!_isDone)
        {
            await _ended.CancelAsync().ConfigureAwait(false);
        }

        await _renewals.ConfigureAwait(false);
    }

    private async Task RenewAsync()
    {
        try
        {
            do
            {
                await Task.Delay(_lease / 3, _time, _ended.Token).ConfigureAwait(false);
            }
            while (await TryRenewAsync().ConfigureAwait(false));
        }
        catch (OperationCanceledException)
        {
            // The run has ended.
        }
    }

    /// <summary>Renews the lease once.</summary>
    /// <returns>False if another process has taken over the claim.</returns>
    private async Task<bool> TryRenewAsync()
    {
        try
        {
            var renewed = _record with { LeaseUntil = _time.GetUtcNow() + _lease, Revision = _record.Revision + 1 };
            if (await _store.TryWriteAsync(_call, renewed, _record.Revision, CancellationToken.None).ConfigureAwait(false))
            {
                _record = renewed;
                return true;
            }

            // An earlier write that failed may have been stored.
            if (await _store.GetAsync(_call, CancellationToken.None).ConfigureAwait(false) is { State: ToolCallState.Started } stored && stored.ClaimId == _record.ClaimId)
            {
                _record = stored;
                return true;
            }

            _logger.ClaimLost(_call.Id);
            return false;
        }
        catch (ToolCallStoreException problem)
        {
            _logger.LeaseNotRenewed(problem, _call.Id);
            return true;
        }
    }
}
