namespace Managed.Agents.Tests.Framework;

/// <summary>A handler of a test, in place of the sockets or in the pipeline before them.</summary>
internal sealed class TestHandler(Func<HttpRequestMessage, Func<Task<HttpResponseMessage>>, CancellationToken, Task<HttpResponseMessage>> send) : DelegatingHandler
{
    private int _calls;

    public int Calls => _calls;

    public bool IsDisposed { get; private set; }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _calls);
        return send(request, () => base.SendAsync(request, cancellationToken), cancellationToken);
    }

    protected override void Dispose(bool disposing)
    {
        IsDisposed = true;
        base.Dispose(disposing);
    }
}
