using Microsoft.AspNetCore.Http;

namespace Managed.Agents.Emulator;

/// <summary>Writes a subscription as server-sent events until it ends, the client leaves, or a fault strikes.</summary>
internal sealed class SseResponse : IDisposable
{
    // Frames that are there already go out together; more than this at once helps nobody.
    private const int EnoughBytes = 32 * 1024;

    private static readonly SseFrame Ping = new("ping", "{\"type\":\"ping\"}"u8.ToArray());

    private readonly HttpContext _context;
    private readonly EventSubscription _subscription;
    private readonly EngineContext _engine;
    private readonly string _requestId;
    private readonly StreamFaults _faults;
    private readonly StreamBody _body;
    private long _events;

    public SseResponse(HttpContext context, EventSubscription subscription, EngineContext engine, string sessionId, string requestId)
    {
        _context = context;
        _subscription = subscription;
        _engine = engine;
        _requestId = requestId;
        _faults = new StreamFaults(engine.Faults, sessionId);
        _body = new StreamBody(context.Response, _faults.MayCut, _faults.PieceSize);
    }

    public async Task WriteAsync()
    {
        var cut = _engine.Faults.Cutter.Next;
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(_context.RequestAborted, _engine.Stopping, cut.Token);
        var interval = _faults.OmitsKeepAlives ? Timeout.InfiniteTimeSpan : _engine.Options.KeepAliveInterval;
        var keepAlive = _engine.Services.Time.CreateTimer(static state => ((EventSubscription)state!).KeepAlive(Ping), _subscription, interval, interval);
        await using (keepAlive.ConfigureAwait(false))
        {
            try
            {
                await _body.OpenAsync(ending.Token).ConfigureAwait(false);
                if (await SendAsync(ending.Token).ConfigureAwait(false) is { } fault)
                {
                    await keepAlive.DisposeAsync().ConfigureAwait(false);
                    await EndAsync(fault, ending.Token).ConfigureAwait(false);
                }
                else
                {
                    // Before the client can know that the stream has ended, and open another.
                    _faults.Dispose();
                    await _body.CloseAsync(ending.Token).ConfigureAwait(false);
                }
            }
            catch (OperationCanceledException) when (cut.Token.IsCancellationRequested)
            {
                await CutAsync(cut.LastWords).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (ending.IsCancellationRequested)
            {
                // The client left, or the emulator stops; either way the stream is over.
            }
        }
    }

    public void Dispose() => _faults.Dispose();

    /// <summary>Sends what comes, to the end of the stream or to the fault that ends it.</summary>
    private async Task<StreamEndFault?> SendAsync(CancellationToken cancellationToken)
    {
        var fault = FindFault();
        var frames = _subscription.Frames;
        while (fault is null && await frames.WaitToReadAsync(cancellationToken).ConfigureAwait(false))
        {
            while (fault is null && _body.Waiting < EnoughBytes && frames.TryRead(out var frame))
            {
                fault = Write(frame);
            }

            await _body.FlushAsync(cancellationToken).ConfigureAwait(false);
        }

        if (fault is null && _subscription.Farewell is { } farewell)
        {
            WriteFrame(farewell);
        }

        return fault;
    }

    private StreamEndFault? Write(SseFrame frame)
    {
        foreach (var shown in _faults.Show(frame))
        {
            WriteFrame(shown);
            _events += shown.Event == Ping.Event ? 0 : 1;
            if (FindFault() is { } fault)
            {
                return fault;
            }
        }

        return null;
    }

    private StreamEndFault? FindFault()
    {
        if (_faults.Reached(_body.Length, _events) is not var (fault, at))
        {
            return null;
        }

        _body.Truncate(at);
        return fault;
    }

    private async Task EndAsync(StreamEndFault fault, CancellationToken cancellationToken)
    {
        switch (fault.End)
        {
            case StreamEnd.Cut:
                await _body.FlushAsync(cancellationToken).ConfigureAwait(false);
                break;
            case StreamEnd.Silence:
                // Nobody reads the subscription any more, so it must not collect what comes.
                _subscription.Dispose();
                await new TaskCompletionSource().Task.WaitAsync(cancellationToken).ConfigureAwait(false);
                break;
            default:
                if (fault.Error is { } error)
                {
                    WriteFrame(Frame(error));
                }

                await _body.CloseAsync(cancellationToken).ConfigureAwait(false);
                break;
        }
    }

    private async Task CutAsync(ApiError? lastWords)
    {
        if (lastWords is null)
        {
            _context.Abort();
        }
        else
        {
            WriteFrame(Frame(lastWords));
            await _body.CloseAsync(_context.RequestAborted).ConfigureAwait(false);
        }
    }

    private SseFrame Frame(ApiError error) => new("error", Json.Bytes(error.ToEnvelope(_requestId)));

    private void WriteFrame(SseFrame frame)
    {
        if (frame.Event == Ping.Event)
        {
            // Readers have to pass over both kinds of keep-alive.
            _body.Write(": keep-alive\n"u8);
        }

        _body.Write("event: "u8);
        _body.Write(frame.Event);
        _body.Write("\ndata: "u8);
        _body.Write(frame.Data.Span);
        _body.Write("\n\n"u8);
    }
}
