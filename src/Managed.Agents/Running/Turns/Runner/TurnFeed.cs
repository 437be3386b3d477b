using System.Net;

namespace Managed.Agents;

/// <summary>The events of a turn as facts. The position includes an event only when it was committed.</summary>
internal sealed class TurnFeed(SessionEventsClient events, TurnRequest request, SessionFollowOptions options, Action<TurnFact> report) : IAsyncDisposable
{
    private readonly TaskCompletionSource _connected = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _closing = new();
    private SessionEventFollower? _follower;
    private TurnStart? _start;
    private Task<bool>? _moving;
    private bool _isLive;

    public SessionPosition? Position => _start?.Delivered.ToPosition();

    /// <summary>Where the turn starts, or null before it is opened.</summary>
    public TurnStart? Start => _start;

    /// <summary>Opens the stream and finds the start of the turn at the same time.</summary>
    public async Task<TurnFact> OpenAsync(CancellationToken cancellationToken)
    {
        var source = events.ToFollowSource(request.SessionId, options);
        var opening = source.OpenAsync(cancellationToken);
        try
        {
            _start = await request.FindStartAsync(events, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await AbandonAsync(opening).ConfigureAwait(false);
            throw;
        }

        // The follower opens the first stream itself, so it treats a failure like any other disconnect.
        var first = opening;
        _follower = new SessionEventFollower(
            source with { OpenAsync = token => Interlocked.Exchange(ref first!, null) ?? source.OpenAsync(token) },
            options with { From = null, OnNotice = Notice },
            _start.Delivered,
            cancellationToken,
            _closing.Token,
            _start.IsEnd);
        if (await Task.WhenAny(MoveAsync(), _connected.Task).ConfigureAwait(false) == _moving && !_moving.IsCompletedSuccessfully)
        {
            await _moving.ConfigureAwait(false);
        }

        return new TurnFact.Opened(_start.Past, _start.UsageBefore) { IsCurrent = _start.IsEnd, IsIncomplete = _start.IsIncomplete };
    }

    /// <summary>Returns a task that completes when <see cref="TakeAsync"/> has a fact.</summary>
    public Task<bool> MoveAsync() => _moving ??= _follower!.MoveNextAsync().AsTask();

    public async Task<TurnFact> TakeAsync()
    {
        var moving = _moving!;
        _moving = null;
        try
        {
            return await moving.ConfigureAwait(false)
                ? new TurnFact.Received(_follower!.Current, IsReplayed: !_isLive)
                : new TurnFact.FeedEnded(IsDeleted: false);
        }
        catch (ManagedAgentsApiException gone) when (gone.StatusCode == HttpStatusCode.NotFound && _connected.Task.IsCompleted)
        {
            // The session was deleted while it was followed.
            return new TurnFact.FeedEnded(IsDeleted: true);
        }
        catch (ManagedAgentsException failure)
        {
            return new TurnFact.Failed(failure);
        }
    }

    /// <summary>Records that the caller has handled the last event.</summary>
    public void Commit()
    {
        if (_moving is null)
        {
            _follower?.Commit();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_follower is not { } follower)
        {
            return;
        }

        _follower = null;
        if (_moving is { } moving)
        {
            // A pending read must end before the follower can be disposed.
            _moving = null;
            await _closing.CancelAsync().ConfigureAwait(false);
            await ((Task)moving).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await follower.DisposeAsync().ConfigureAwait(false);
        _closing.Dispose();
    }

    private static async Task AbandonAsync(Task<SessionEventStream> opening)
    {
        await ((Task)opening).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (opening.IsCompletedSuccessfully)
        {
            await opening.Result.DisposeAsync().ConfigureAwait(false);
        }
    }

    private void Notice(SessionFollowNotice notice)
    {
        switch (notice)
        {
            case SessionFollowConnected:
                _connected.TrySetResult();
                break;
            case SessionFollowDisconnected:
                _isLive = false;
                break;
            case SessionFollowHistoryRead:
                report(new TurnFact.HistoryRead());
                break;
            case SessionFollowCaughtUp:
                _isLive = true;
                report(new TurnFact.CaughtUp());
                break;
        }

        options.OnNotice?.Invoke(notice);
    }
}
