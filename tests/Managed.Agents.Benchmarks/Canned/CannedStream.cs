using System.Text;

namespace Managed.Agents.Benchmarks.Canned;

/// <summary>The event stream of a session as the API sends it. The bytes are always the same.</summary>
internal sealed class CannedStream
{
    private CannedStream(byte[] bytes, int events, double dataBytesPerEvent)
    {
        Bytes = bytes;
        Events = events;
        DataBytesPerEvent = dataBytesPerEvent;
    }

    public byte[] Bytes { get; }

    public int Events { get; }

    /// <summary>The average length of the JSON after <c>data:</c>.</summary>
    public double DataBytesPerEvent { get; }

    /// <summary>Builds a stream of turns. The last event is <c>session.status_terminated</c>, after which the server closes the stream.</summary>
    public static CannedStream Build(int events)
    {
        var bytes = new MemoryStream();
        var written = 0;
        long data = 0;
        foreach (var (type, json) in CannedSession.Events().Take(events - 1).Append(CannedSession.Terminated(events)))
        {
            bytes.Write(Encoding.UTF8.GetBytes($"event: {type}\ndata: "));
            var start = bytes.Position;
            bytes.Write(Encoding.UTF8.GetBytes(json));
            data += bytes.Position - start;
            bytes.Write("\n\n"u8);
            written++;
        }

        return new CannedStream(bytes.ToArray(), written, (double)data / written);
    }
}
