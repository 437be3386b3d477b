using System.IO.Pipelines;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Managed.Agents.Emulator;

/// <summary>Writes a subscription as server-sent events, each flushed as it comes, until it ends or the client leaves.</summary>
internal static class SseResponse
{
    private static readonly SseFrame Ping = new("ping", "{\"type\":\"ping\"}"u8.ToArray());

    public static async Task WriteAsync(HttpContext context, EventSubscription subscription, EngineContext engine, string requestId)
    {
        context.Response.StatusCode = StatusCodes.Status200OK;
        context.Response.ContentType = "text/event-stream; charset=utf-8";
        context.Response.Headers.CacheControl = "no-cache";

        var cut = engine.Cutter.Token;
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, engine.Stopping, cut);
        var keepAlive = engine.Services.Time.CreateTimer(static state => ((EventSubscription)state!).KeepAlive(Ping), subscription, engine.Options.KeepAliveInterval, engine.Options.KeepAliveInterval);
        await using (keepAlive.ConfigureAwait(false))
        {
            try
            {
                // The headers tell the client that the stream is open: from here on it misses nothing.
                var body = context.Response.BodyWriter;
                await context.Response.StartAsync(ending.Token).ConfigureAwait(false);
                await body.FlushAsync(ending.Token).ConfigureAwait(false);
                await foreach (var frame in subscription.Frames.ReadAllAsync(ending.Token).ConfigureAwait(false))
                {
                    await WriteAsync(body, frame, ending.Token).ConfigureAwait(false);
                }

                if (subscription.Farewell is { } farewell)
                {
                    await WriteAsync(body, farewell, ending.Token).ConfigureAwait(false);
                }
            }
            catch (OperationCanceledException) when (cut.IsCancellationRequested)
            {
                await CutAsync(context, engine.Cutter.LastWords, requestId).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (ending.IsCancellationRequested)
            {
                // The client left, or the emulator stops; either way the stream is over.
            }
        }
    }

    private static async Task CutAsync(HttpContext context, ApiError? lastWords, string requestId)
    {
        if (lastWords is null)
        {
            context.Abort();
        }
        else
        {
            await WriteAsync(context.Response.BodyWriter, new SseFrame("error", Json.Bytes(lastWords.ToEnvelope(requestId))), context.RequestAborted).ConfigureAwait(false);
        }
    }

    private static async ValueTask WriteAsync(PipeWriter body, SseFrame frame, CancellationToken cancellationToken)
    {
        if (frame.Event == Ping.Event)
        {
            // Readers have to pass over both kinds of keep-alive.
            Write(body, ": keep-alive\n"u8);
        }

        Write(body, "event: "u8);
        Encoding.UTF8.GetBytes(frame.Event, body);
        Write(body, "\ndata: "u8);
        Write(body, frame.Data.Span);
        Write(body, "\n\n"u8);
        await body.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    private static void Write(PipeWriter body, ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(body.GetSpan(bytes.Length));
        body.Advance(bytes.Length);
    }
}
