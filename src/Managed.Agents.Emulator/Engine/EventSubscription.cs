using System.Threading.Channels;

namespace Managed.Agents.Emulator;

/// <summary>One open stream. Holds a bounded number of frames; a reader that falls further behind loses its connection, never the session.</summary>
internal sealed class EventSubscription(EventLog log, IReadOnlySet<string> previews, int capacity, object sync) : IDisposable
{
    private static readonly SseFrame Overflow = new("error", Json.Bytes(new ApiError(500, "api_error", "The stream was read too slowly.").ToEnvelope("")));

    private readonly Channel<SseFrame> _frames = Channel.CreateBounded<SseFrame>(new BoundedChannelOptions(capacity) { SingleReader = true });

    /// <summary>The kinds of events this connection wants previews of.</summary>
    public IReadOnlySet<string> Previews => previews;

    /// <summary>The number of the model request that was last begun when the stream opened; it gets previews of later ones only.</summary>
    public long OpenedAfterRequest { get; init; }

    public ChannelReader<SseFrame> Frames => _frames.Reader;

    /// <summary>Set when the reader was too slow: the last frame to send before the connection ends.</summary>
    public SseFrame? Farewell { get; private set; }

    public void Send(SseFrame frame)
    {
        if (!_frames.Writer.TryWrite(frame) && Farewell is null && _frames.Writer.TryComplete())
        {
            Farewell = Overflow;
        }
    }

    /// <summary>Something to keep the connection warm; of no use to a reader that is behind.</summary>
    public void KeepAlive(SseFrame frame) => _frames.Writer.TryWrite(frame);

    public void Complete() => _frames.Writer.TryComplete();

    public void Dispose()
    {
        Complete();
        lock (sync)
        {
            log.Remove(this);
        }
    }
}
