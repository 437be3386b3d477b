using System.Threading.Channels;

namespace Managed.Agents.Emulator;

/// <summary>One open stream. Buffers a limited number of frames. When the buffer is full, the stream ends. The session is not affected.</summary>
internal sealed class EventSubscription(EventLog log, IReadOnlySet<string> previews, int capacity, object gate) : IDisposable
{
    private static readonly SseFrame Overflow = new("error", Json.Bytes(new ApiError(500, "api_error", "The stream was read too slowly.").ToEnvelope("")));

    private readonly object _gate = gate;
    private readonly Channel<SseFrame> _frames = Channel.CreateBounded<SseFrame>(new BoundedChannelOptions(capacity) { SingleReader = true });

    /// <summary>The event types that this stream requested previews of.</summary>
    public IReadOnlySet<string> Previews => previews;

    /// <summary>The number of the latest model request when the stream opened. Previews are sent for later requests only.</summary>
    public long OpenedAfterRequest { get; init; }

    public ChannelReader<SseFrame> Frames => _frames.Reader;

    /// <summary>The last frame to send before the stream ends, set when the reader was too slow.</summary>
    public SseFrame? FinalFrame { get; private set; }

    public void Send(SseFrame frame)
    {
        if (!_frames.Writer.TryWrite(frame) && FinalFrame is null && _frames.Writer.TryComplete())
        {
            FinalFrame = Overflow;
        }
    }

    /// <summary>Sends a keep-alive, unless the buffer is full.</summary>
    public void KeepAlive(SseFrame frame) => _frames.Writer.TryWrite(frame);

    public void Complete() => _frames.Writer.TryComplete();

    public void Dispose()
    {
        Complete();
        lock (_gate)
        {
            log.Remove(this);
        }
    }
}
