namespace Managed.Agents;

/// <summary>One of the places for functions that run at the same time. A call takes one when it is about to be claimed.</summary>
internal sealed class RunSlot(SemaphoreSlim places) : IDisposable
{
    private bool _isTaken;

    /// <summary>Takes a place, unless this slot has one.</summary>
    /// <returns>Whether it had to wait, so that the record of the call may have changed.</returns>
    public async Task<bool> TakeAsync(CancellationToken cancellationToken)
    {
        if (_isTaken)
        {
            return false;
        }

        var waits = !places.Wait(TimeSpan.Zero, cancellationToken);
        if (waits)
        {
            await places.WaitAsync(cancellationToken).ConfigureAwait(false);
        }

        _isTaken = true;
        return waits;
    }

    /// <summary>Releases the place, so that another call can run while this one waits.</summary>
    public void Release()
    {
        if (_isTaken)
        {
            _isTaken = false;
            places.Release();
        }
    }

    public void Dispose() => Release();
}
