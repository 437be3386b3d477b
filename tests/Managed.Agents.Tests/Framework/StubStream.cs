using System.Text;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;
using Shouldly;

namespace Managed.Agents.Tests.Framework;

/// <summary>An event stream that a test writes piece by piece.</summary>
internal sealed class StubStream
{
    private readonly Channel<(byte[] Bytes, TaskCompletionSource Written)> _pieces = Channel.CreateUnbounded<(byte[], TaskCompletionSource)>();
    private readonly TaskCompletionSource _left = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _isAborted;

    /// <summary>Ends when the client has gone.</summary>
    public Task LeftAsync() => _left.Task.Guarded();

    public Task WriteAsync(string text) => WriteAsync(Encoding.UTF8.GetBytes(text));

    /// <summary>Sends some bytes and ends when they were handed to the socket.</summary>
    public Task WriteAsync(byte[] bytes)
    {
        var written = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _pieces.Writer.TryWrite((bytes, written)).ShouldBeTrue();
        return written.Task.Guarded();
    }

    /// <summary>Ends the answer as a server does that has nothing more to say.</summary>
    public void End() => _pieces.Writer.TryComplete();

    /// <summary>Cuts the connection.</summary>
    public void Abort()
    {
        _isAborted = true;
        End();
    }

    public async Task AnswerAsync(HttpContext context)
    {
        using var leaving = context.RequestAborted.Register(() => _left.TrySetResult());
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
