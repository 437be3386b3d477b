using System.Text;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;
using Shouldly;

namespace Managed.Agents.Tests.Framework;

/// <summary>An event stream that a test writes piece by piece.</summary>
internal sealed class ControlledStream
{
    private readonly Channel<(byte[] Bytes, TaskCompletionSource Written)> _pieces = Channel.CreateUnbounded<(byte[], TaskCompletionSource)>();
    private readonly TaskCompletionSource _disconnected = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _isAborted;

    /// <summary>Waits until the client has closed the connection.</summary>
    public Task WaitForDisconnectAsync() => _disconnected.Task.Guarded();

    public Task WriteAsync(string text) => WriteAsync(Encoding.UTF8.GetBytes(text));

    /// <summary>Sends bytes and waits until they are written to the socket, or until the client has closed the connection.</summary>
    public async Task WriteAsync(byte[] bytes)
    {
        var written = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _pieces.Writer.TryWrite((bytes, written)).ShouldBeTrue();
        await Task.WhenAny(written.Task, _disconnected.Task).Guarded();
    }

    /// <summary>Ends the response normally.</summary>
    public void End() => _pieces.Writer.TryComplete();

    /// <summary>Aborts the connection.</summary>
    public void Abort()
    {
        _isAborted = true;
        End();
    }

    public async Task RespondAsync(HttpContext context)
    {
        using var registration = context.RequestAborted.Register(() => _disconnected.TrySetResult());
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers["request-id"] = "req_stream";
        await context.Response.Body.FlushAsync();
        try
        {
            await foreach (var (bytes, written) in _pieces.Reader.ReadAllAsync(context.RequestAborted))
            {
                await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
                written.SetResult();
            }
        }
        catch (OperationCanceledException)
        {
            return;
        }

        if (_isAborted)
        {
            context.Abort();
        }
    }
}
