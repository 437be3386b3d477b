namespace Managed.Agents.Emulator;

/// <summary>Ends all streams that are open at a moment, in a way a client has to live with.</summary>
internal sealed class StreamCutter
{
    private StreamCut _next = new();

    /// <summary>The cut that ends the streams which are opened now.</summary>
    public StreamCut Next => Volatile.Read(ref _next);

    /// <param name="lastWords">The error the streams end with; null for a connection that just breaks.</param>
    public void Cut(ApiError? lastWords) => Interlocked.Exchange(ref _next, new StreamCut()).Fall(lastWords);
}
