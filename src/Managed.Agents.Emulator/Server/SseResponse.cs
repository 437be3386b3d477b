using Microsoft.AspNetCore.Http;

namespace Managed.Agents.Emulator;

/// <summary>Writes a subscription as server-sent events until it ends, the client disconnects, or a fault ends it.</summary>
internal sealed class SseResponse : IDisposable
{
    // The maximum size of the frames that are flushed together.
    private const int MaxBatchBytes = 32 * 1024;

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
        var interruption = _engine.Faults.OpenStreams.Next;
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(_context.RequestAborted, _engine.Stopping, interruption.Token);
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
                    // Release the faults before the client can see the end of the stream and open another.
                    _faults.Dispose();
                    await _body.CloseAsync(ending.Token).ConfigureAwait(false);
                }
            }
            catch (OperationCanceledException) when (interruption.Token.IsCancellationRequested)
            {
                await InterruptAsync(interruption.FinalError).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (ending.IsCancellationRequested)
            {
                // The client disconnected, or the emulator stops.
            }
        }
    }

    public void Dispose() => _faults.Dispose();

    /// <summary>Sends frames until the stream ends or a fault ends it. Returns the fault.</summary>
    private async Task<StreamEndFault?> SendAsync(CancellationToken cancellationToken)
    {
        var fault = FindFault();
        var frames = _subscription.Frames;
        while (fault is null && await frames.WaitToReadAsync(cancellationToken).ConfigureAwait(false))
        {
            while (fault is null && _body.Waiting < MaxBatchBytes && frames.TryRead(out var frame))
            {
                fault = Write(frame);
            }

            await _body.FlushAsync(cancellationToken).ConfigureAwait(false);
        }

        if (fault is null && _subscription.FinalFrame is { } final)
        {
            WriteFrame(final);
        }

        return fault;
    }

    private StreamEndFault? Write(SseFrame frame)
    {
        foreach (var sent in _faults.Apply(frame))
        {
            WriteFrame(sent);
            _events += sent.Event == Ping.Event ? 0 : 1;
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
            case StreamEnd.Stall:
                // The subscription is no longer read, so it must not buffer further frames.
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

    private async Task InterruptAsync(ApiError? finalError)
    {
        if (finalError is null)
        {
            _context.Abort();
        }
        else
        {
            WriteFrame(Frame(finalError));
            await _body.CloseAsync(_context.RequestAborted).ConfigureAwait(false);
        }
    }

    private SseFrame Frame(ApiError error) => new("error", Json.Bytes(error.ToEnvelope(_requestId)));

    private void WriteFrame(SseFrame frame)
    {
        if (frame.Event == Ping.Event)
        {
            // Readers must ignore both kinds of keep-alive: the comment and the ping.
            _body.Write(": keep-alive\n"u8);
        }

        _body.Write("event: "u8);
        _body.Write(frame.Event);
        _body.Write("\ndata: "u8);
        _body.Write(frame.Data.Span);
        _body.Write("\n\n"u8);
    }
}
